import { may } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import type { LogId } from '@accord/domain/ids'
import type { HistoryAlarm } from '@accord/domain/rest/alarms'
import type { CaseAttention } from '@accord/domain/rest/attention'
import { sessionNews } from '@accord/domain/session/session-news'
import { Injectable } from '@nestjs/common'
import { AlarmService } from '../alarms/alarm.service.js'
import type { ToldUpTo } from '../notify/channel.js'
import { SessionNewsRepository } from '../session/session-news.repository.js'
import { CaseItems } from './case-items.js'

/** Nobody is told of what is older. */
const TOLD_FOR = 30 * 24 * 3_600_000

interface Times {
  /** Up to when somebody has seen each log, and lists of what is told of it. */
  readonly told: ReadonlyMap<LogId, ToldUpTo>
  readonly now: number
}

/** What logs ask for, with the alarms about them and news of sessions. (AT13, AT15) */
@Injectable()
export class CaseNews {
  constructor(
    private readonly items: CaseItems,
    private readonly alarms: AlarmService,
    private readonly moved: SessionNewsRepository,
  ) {}

  async of(actor: Actor, logs: readonly LogId[], { told, now }: Times): Promise<readonly CaseAttention[]> {
    const seenUpTo = (log: LogId) => told.get(log)?.plan ?? 0
    const found = await Promise.all(
      logs.map((log) => this.items.of(actor, log, { seenUpTo: seenUpTo(log), now })),
    )
    // After the records were read, so that what was found in reading them is told at once.
    const { alarms } = tellsAlarms(actor) ? await this.alarms.list(actor) : { alarms: [] }
    const moved = await this.moved.of(actor, now - TOLD_FOR)
    return found.flatMap((one) => {
      if (!one) return []
      const ofCase = one.audience === 'plan' ? moved.filter(({ caseId }) => caseId === one.caseId) : []
      const reader = { person: actor.person, seenUpTo: told.get(one.plan)?.list ?? 0, now }
      const sessions = sessionNews(ofCase, reader)
      const about = alarms.filter((alarm) => isAbout(alarm, one))
      return { ...one, sessions, alarms: about.map((alarm) => concernOf(alarm, seenUpTo(one.plan))) }
    })
  }
}

function tellsAlarms(actor: Actor): boolean {
  return may(actor, 'alarms.read', { kind: 'clinic', clinic: actor.clinic })
}

/** A review's are told with its case's plan. */
function isAbout({ log, audience, caseId }: HistoryAlarm, one: CaseAttention): boolean {
  return log === one.plan || (audience === 'review' && one.audience === 'plan' && caseId === one.caseId)
}

function concernOf(
  { id, at, reason, acknowledged }: HistoryAlarm,
  seenUpTo: number,
): CaseAttention['alarms'][number] {
  return { id, at, reason, isNew: at > seenUpTo, acknowledgedBy: acknowledged.map(({ name }) => name) }
}
