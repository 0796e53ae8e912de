import type { CommandMoment, Moment, WritingMoment } from '@accord/domain/history/moments'
import type { Plan } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import { givenName, personOf } from '../../../lib/people.js'
import type { WebTranslate } from '../../../lib/use-web-messages.js'

export interface Told {
  readonly people: readonly PersonName[]
  readonly goalName: (goal: string) => string
  /** The plan of this moment, for the words of its steps; null while it opens. */
  readonly plan: Plan | null
}

/** Whose moment it is; coming and going is told of who came or went. */
export function authorOf(moment: Moment, people: readonly PersonName[]): PersonName | undefined {
  if (moment.kind === 'writing') return personOf(people, moment.author)
  return personOf(people, 'person' in moment.payload ? moment.payload.person : moment.entry.author)
}

/** The goal it is about, if it is about one. */
export function goalOfMoment(moment: Moment): string | null {
  if (moment.kind === 'writing') return moment.goal
  return 'goal' in moment.payload ? moment.payload.goal : null
}

/** What somebody did, in a sentence: "Mara rewrote the statement of Sleep". */
export function momentSentence(t: WebTranslate, moment: Moment, told: Told): string {
  const name = givenName(authorOf(moment, told.people)?.name ?? '')
  return moment.kind === 'writing'
    ? writingSentence(t, moment, { name, goal: told.goalName(moment.goal) })
    : commandSentence(t, moment, name, told)
}

interface Named {
  readonly name: string
  readonly goal: string
}

function writingSentence(t: WebTranslate, { field, before, after }: WritingMoment, named: Named): string {
  if (before === after) return t('history.tried', { ...named, field })
  if (before.trim() === '') return t('history.wrote', { ...named, field })
  if (after.trim() === '') return t('history.emptied', { ...named, field })
  return t('history.rewrote', { ...named, field })
}

function commandSentence(t: WebTranslate, moment: CommandMoment, name: string, told: Told): string {
  const { payload } = moment
  const named = { name, goal: 'goal' in payload ? told.goalName(payload.goal) : '' }
  switch (payload.kind) {
    case 'goal.add':
      return t('history.added', named)
    case 'goal.move':
      return t('history.moved', named)
    case 'goal.setAside':
      return t('history.setAside', named)
    case 'goal.takeUp':
      return t('history.takenUp', named)
    case 'agreement.answer':
      return t(`history.${payload.step === undefined ? 'answered' : 'answeredStep'}.${payload.answer}`, named)
    case 'wording.restore':
      return t('history.restored', { name, goal: told.goalName(payload.goal), field: payload.field })
    case 'goal.share':
    case 'goal.narrow':
    case 'step.add':
    case 'step.move':
    case 'step.plan':
      return t(`history.${payload.kind}`, named)
    case 'step.done':
      return t(payload.done ? 'history.step.done' : 'history.step.undone', named)
    case 'step.setAside':
      return t(payload.aside ? 'history.step.setAside' : 'history.step.takenUp', named)
    case 'scale.describe':
    case 'rating.give':
    case 'comment.add':
    case 'comment.answer':
    case 'topic.add':
    case 'win.add':
      return t(`history.${payload.kind}`, named)
    case 'party.joined':
      return t('history.joined', { name: fullName(told, payload.person) })
    case 'party.ended':
      return t('history.left', { name: fullName(told, payload.person) })
  }
}

function fullName({ people }: Told, person: PersonName['person']): string {
  return personOf(people, person)?.name ?? ''
}
