import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import type { TakenSession } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { NotYours } from '../takeout/or-not-yours.js'
import { TakenMeetings } from '../takeout/taken-meetings.js'
import { sharedScope, type FoundItem } from './found-item.js'

const OVER = ['ended', 'noted', 'signed']

/** Sessions that are over, and what their client said after them or answered in between. (AD1) */
@Injectable()
export class MeetingItems {
  constructor(private readonly meetings: TakenMeetings) {}

  async all(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const sessions = await this.meetings.sessions(actor, caseId, new NotYours())
    const over = sessions.filter(({ state }) => OVER.includes(state) || state === 'cancelled')
    return [
      ...[...over].reverse().map(sessionItem),
      ...(await this.checkIns(actor, sessions)),
      ...(await this.questionnaires(actor, caseId)),
    ]
  }

  /** Those that were sent. */
  async questionnaires(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const asked = await this.meetings.questionnaires(actor, caseId)
    return asked.flatMap(({ request, title, said }): readonly FoundItem[] => {
      if (!said || (said.status !== 'completed' && said.status !== 'amended')) return []
      const { at, score } = said
      const words =
        score?.total == null ? null : [String(score.total), score.band ?? ''].filter(Boolean).join(', ')
      const scope = { ...sharedScope('questionnaire'), client: actor.person }
      const about = { at, by: actor.person, number: null, name: title, words }
      return [{ kind: 'questionnaire', item: request, entry: 0, about, scope }]
    })
  }

  private async checkIns(actor: Actor, sessions: readonly TakenSession[]): Promise<readonly FoundItem[]> {
    const said = await this.meetings.said(actor, sessions)
    return [...said].reverse().map(({ session, client, version, at, shownTo, answers }): FoundItem => {
      const of = sessions.find((one) => one.session === session)
      const hasTalked = sessions.some(
        (one) => OVER.includes(one.state) && one.scheduledFor > (of?.scheduledFor ?? Infinity),
      )
      const about = { at, by: client, number: of?.number ?? null, name: null, words: answers?.words ?? null }
      const scope = { ...sharedScope('check-in'), client, shown: { shownTo, hasTalked } }
      return { kind: 'check-in', item: session, entry: version, about, scope }
    })
  }
}

/** What was on its agenda, and the sentence that closed it. */
function sessionItem({ session, number, scheduledFor, state, agenda, closing }: TakenSession): FoundItem {
  const said = [...agenda.map(({ words }) => words), ...(closing ? [closing.words] : [])]
  return {
    ...{ kind: 'session', item: session, entry: 0, scope: sharedScope('session') },
    about: {
      at: scheduledFor,
      by: closing?.by ?? null,
      number: state === 'cancelled' ? null : number,
      name: null,
      words: said.join('\n') || null,
    },
  }
}
