import type { Moment } from '@accord/domain/history/moments'
import type { PersonId } from '@accord/domain/ids'
import { message, type MessageKey } from '../../messages/message.js'

/** How a report names people and goals. */
export interface Named {
  readonly person: (id: PersonId) => string
  readonly goal: (id: string) => string
}

/** What somebody did, in a sentence. */
export function momentWords(moment: Moment, named: Named): string {
  if (moment.kind === 'writing') {
    const goal = named.goal(moment.goal)
    const what = message(`report.field.${moment.field}`, { goal })
    return message(writingKey(moment), { name: named.person(moment.author), what })
  }
  const { payload, entry } = moment
  const goal = 'goal' in payload ? named.goal(payload.goal) : ''
  const name = named.person('person' in payload ? payload.person : entry.author)
  return message(keyOf(payload), { name, goal })
}

/** The words that came to stand there; null where the sentence says all. */
export function wordsAfter(moment: Moment): string | null {
  const after = moment.kind === 'writing' ? moment.after : moment.words?.after
  return after === undefined || after.trim() === '' ? null : after
}

function writingKey({ before, after }: Extract<Moment, { kind: 'writing' }>): MessageKey {
  if (after.trim() === '') return 'report.emptied'
  return before.trim() === '' ? 'report.wrote' : 'report.rewrote'
}

function keyOf(payload: Extract<Moment, { kind: 'command' }>['payload']): MessageKey {
  if (payload.kind === 'agreement.answer')
    return `report.${payload.step === undefined ? 'answered' : 'answeredStep'}.${payload.answer}`
  if (payload.kind === 'step.done') return payload.done ? 'report.step.done' : 'report.step.undone'
  if (payload.kind === 'step.setAside') return payload.aside ? 'report.step.setAside' : 'report.step.takenUp'
  return `report.${payload.kind}`
}
