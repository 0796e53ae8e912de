import type { Actor } from '@accord/domain/access/subject'
import type { CaseId, SessionId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { SessionService } from '../../session/session.service.js'
import { timeOf, type Moment, type MeetingScene } from './story.js'

/** Longer than it was planned, as sessions are. */
const LASTED = 55
const DAY = 86_400_000

/** A session that begins or ends, as a turn of the story. */
export interface SessionTurn {
  readonly as: 'session'
  readonly at: Moment
  readonly meeting: MeetingScene
  readonly to: 'live' | 'ended'
}

/** Has the story's sessions scheduled, started and ended, so that what is written in them carries them. (SE6) */
@Injectable()
export class DemoSessions {
  constructor(private readonly sessions: SessionService) {}

  /** Schedules all of a case's sessions, those that are still to come among them. */
  async schedule(
    by: Actor,
    caseId: CaseId,
    meetings: readonly MeetingScene[],
    now: number,
  ): Promise<ReadonlyMap<MeetingScene, SessionId>> {
    const made = new Map<MeetingScene, SessionId>()
    for (const meeting of meetings) {
      const { place, kind = 'work', minutes = 50 } = meeting
      const wish = { caseId, kind, place, minutes, scheduledFor: beginningOf(meeting, now) }
      const session = await this.sessions.schedule(by, wish)
      if (isRefusal(session)) throw new Error(`the story was refused: ${session.refused}`)
      made.set(meeting, session.session)
    }
    return made
  }

  async move(by: Actor, session: SessionId, to: SessionTurn['to']): Promise<void> {
    const moved = await this.sessions.move(by, session, to)
    if (isRefusal(moved)) throw new Error(`the story was refused: ${moved.refused}`)
  }
}

/** When the story's past sessions begin and end. */
export function sessionTurns(meetings: readonly MeetingScene[]): readonly SessionTurn[] {
  return meetings.flatMap((meeting): readonly SessionTurn[] => {
    if ('in' in meeting) return []
    const { days, time } = meeting
    return [
      { as: 'session', at: { days, time }, meeting, to: 'live' },
      { as: 'session', at: { days, time: later(time) }, meeting, to: 'ended' },
    ]
  })
}

function beginningOf(meeting: MeetingScene, now: number): number {
  if (!('in' in meeting)) return timeOf(meeting, now)
  const { days, time } = meeting.in
  return timeOf({ days: -days, time }, now) + (days === 0 && timeOf({ days: 0, time }, now) < now ? DAY : 0)
}

function later(time: `${number}:${number}`): `${number}:${number}` {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const at = hours * 60 + minutes + LASTED
  return `${Math.floor(at / 60)}:${at % 60}`
}
