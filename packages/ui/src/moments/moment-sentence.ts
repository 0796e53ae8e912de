import type { CommandMoment, Moment, WritingMoment } from '@accord/domain/history/moments'
import type { PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Messages } from '../messages/compiled/messages.js'
import type { Translate } from '../messages/translate.js'
import { shortNameOf } from '../whose-goal/short-name.js'

export type UiTranslate = Translate<Messages>

export interface Told {
  readonly people: readonly PersonName[]
  readonly goalName: (goal: string) => string
}

/** Whose moment it is; coming and going is told of who came or went. */
export function authorOf(moment: Moment, people: readonly PersonName[]): PersonName | undefined {
  const author = writerOf(moment)
  return people.find(({ person }) => person === author)
}

function writerOf(moment: Moment): PersonId {
  if (moment.kind === 'writing') return moment.author
  return 'person' in moment.payload ? moment.payload.person : moment.entry.author
}

/** The goal it is about, if it is about one. */
export function goalOfMoment(moment: Moment): string | null {
  if (moment.kind === 'writing') return moment.goal
  return 'goal' in moment.payload ? moment.payload.goal : null
}

/** What somebody did, in a sentence: "Mara rewrote the statement of Sleep". */
export function momentSentence(t: UiTranslate, moment: Moment, told: Told): string {
  const name = shortNameOf(told.people, writerOf(moment)) || t('person.former')
  return moment.kind === 'writing'
    ? writingSentence(t, moment, { name, goal: told.goalName(moment.goal) })
    : commandSentence(t, moment, name, told)
}

interface Named {
  readonly name: string
  readonly goal: string
}

function writingSentence(t: UiTranslate, { field, before, after }: WritingMoment, named: Named): string {
  if (before === after) return t('moment.tried', { ...named, field })
  if (before.trim() === '') return t('moment.wrote', { ...named, field })
  if (after.trim() === '') return t('moment.emptied', { ...named, field })
  return t('moment.rewrote', { ...named, field })
}

function commandSentence(t: UiTranslate, { payload }: CommandMoment, name: string, told: Told): string {
  if (payload.kind === 'erased') return t('moment.erased')
  if ('session' in payload) return t(`moment.${payload.kind}`, { name })
  const named = { name, goal: 'goal' in payload ? told.goalName(payload.goal) : '' }
  switch (payload.kind) {
    case 'goal.add':
      return t('moment.added', named)
    case 'goal.move':
      return t('moment.moved', named)
    case 'goal.setAside':
      return t('moment.setAside', named)
    case 'goal.takeUp':
      return t('moment.takenUp', named)
    case 'agreement.answer':
      return t(`moment.${payload.step === undefined ? 'answered' : 'answeredStep'}.${payload.answer}`, named)
    case 'wording.restore':
      return t('moment.restored', { name, goal: told.goalName(payload.goal), field: payload.field })
    case 'goal.share':
    case 'goal.narrow':
    case 'step.add':
    case 'step.move':
    case 'step.plan':
      return t(`moment.${payload.kind}`, named)
    case 'step.done':
      return t(payload.done ? 'moment.step.done' : 'moment.step.undone', named)
    case 'step.setAside':
      return t(payload.aside ? 'moment.step.setAside' : 'moment.step.takenUp', named)
    case 'scale.describe':
    case 'rating.give':
    case 'comment.add':
    case 'comment.answer':
    case 'topic.add':
    case 'win.add':
      return t(`moment.${payload.kind}`, named)
    case 'party.joined':
    case 'party.ended':
      return t(partyMessage(payload), { name: fullName(told, payload.person) })
  }
}

function partyMessage(payload: Extract<CommandMoment['payload'], { kind: `party.${string}` }>) {
  if (payload.kind === 'party.joined') return 'moment.joined'
  return payload.rule ? 'moment.leftByRule' : 'moment.left'
}

function fullName({ people }: Told, person: PersonName['person']): string {
  return people.find((one) => one.person === person)?.name ?? ''
}
