import type { Moment } from '@accord/domain/history/moments'
import { message, type MessageKey } from '../messages/message.js'

/** What a moment is told with. */
export interface Named {
  readonly name: (person: string) => string
  readonly goal: (goal: string) => string
}

/** What somebody did, in a sentence of the catalogue. */
export function sentenceOf(moment: Moment, { name, goal }: Named): string {
  if (moment.kind === 'writing') {
    const field = message(`bundle.field.${moment.field}`, { goal: goal(moment.goal) })
    return message('bundle.said.text', { name: name(moment.author), field })
  }
  const { payload, entry } = moment
  const named = { name: name(entry.author), goal: 'goal' in payload ? goal(payload.goal) : '' }
  if (payload.kind === 'wording.restore') {
    const field = message(`bundle.field.${payload.field}`, { goal: named.goal })
    return message('bundle.said.wording.restore', { name: named.name, field })
  }
  const who = 'person' in payload ? { ...named, name: name(payload.person) } : named
  return message(keyOf(payload), who)
}

type Payload = Exclude<Extract<Moment, { kind: 'command' }>['payload'], { kind: 'wording.restore' }>

function keyOf(payload: Payload): MessageKey {
  switch (payload.kind) {
    case 'agreement.answer':
      return `bundle.said.${payload.step === undefined ? 'answer' : 'answerStep'}.${payload.answer}`
    case 'step.done':
      return payload.done ? 'bundle.said.step.done' : 'bundle.said.step.undone'
    case 'step.setAside':
      return payload.aside ? 'bundle.said.step.setAside' : 'bundle.said.step.takenUp'
    case 'goal.add':
    case 'goal.share':
    case 'goal.move':
    case 'goal.setAside':
    case 'goal.takeUp':
    case 'goal.narrow':
    case 'step.add':
    case 'step.move':
    case 'step.plan':
    case 'scale.describe':
    case 'rating.give':
    case 'comment.add':
    case 'comment.answer':
    case 'topic.add':
    case 'win.add':
    case 'party.joined':
    case 'session.started':
    case 'session.paused':
    case 'session.resumed':
    case 'session.ended':
    case 'erased':
      return `bundle.said.${payload.kind}`
    case 'party.ended':
      return payload.rule ? 'bundle.said.party.endedByRule' : 'bundle.said.party.ended'
  }
}

/** Words that were said rather than changed, as they were written. */
export function saidIn(moment: Moment): readonly string[] {
  if (moment.kind === 'writing') return []
  const { payload } = moment
  switch (payload.kind) {
    case 'step.add':
    case 'comment.add':
    case 'comment.answer':
    case 'win.add':
      return [payload.text]
    case 'goal.share':
      return [payload.statement, payload.why]
    case 'topic.add':
      return [payload.about, payload.helps]
    case 'scale.describe':
      return [...payload.levels].reverse()
    case 'agreement.answer':
      return payload.reason === null ? [] : [payload.reason]
    case 'goal.setAside':
      return [payload.reason]
    case 'rating.give':
      return [String(payload.value)]
    case 'goal.add':
    case 'goal.move':
    case 'goal.takeUp':
    case 'goal.narrow':
    case 'step.move':
    case 'step.plan':
    case 'step.done':
    case 'step.setAside':
    case 'wording.restore':
    case 'party.joined':
    case 'party.ended':
    case 'session.started':
    case 'session.paused':
    case 'session.resumed':
    case 'session.ended':
    case 'erased':
      return []
  }
}

export function agreementEffects(moment: Moment): readonly string[] {
  const effects = moment.kind === 'writing' ? moment.effects : [moment.entry.record.agreement ?? []].flat()
  return effects.map((effect) => message(`bundle.effect.${effect}`))
}
