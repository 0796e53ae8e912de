import type { PersonId } from '@accord/domain/ids'
import type { GoalStanding, NextStep, SessionChange } from '@accord/domain/session/summary'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Format } from '../messages/format.js'
import type { UiTranslate } from '../moments/moment-sentence.js'
import { shortNameOf } from '../whose-goal/short-name.js'
import { alteredWords } from './altered-words.js'

/** Who reads the sentences, and of whom they speak. */
export interface SummaryReader {
  readonly t: UiTranslate
  readonly format: Format
  readonly people: readonly PersonName[]
  readonly viewer: PersonId
  readonly now: Date
}

/** "Sleep has new words: “four nights” became “most nights”." (SE12) */
export function changeSentence({ t }: SummaryReader, change: SessionChange): string {
  const goal = change.name.trim() === '' ? t('goal.unnamed') : change.name
  switch (change.kind) {
    case 'begun':
    case 'set-aside':
    case 'taken-up':
    case 'why':
      return t(`inSession.changed.${change.kind}`, { goal })
    case 'rated':
      return t('inSession.changed.rated', { goal, count: change.ratings })
    case 'step':
    case 'step-done':
      return t(`inSession.changed.${change.kind}`, { goal, words: change.words })
    case 'words': {
      const { removed, added } = alteredWords(change.before, change.after)
      if (change.before.trim() === '')
        return t('inSession.changed.first', { goal, added: change.after.trim() })
      if (removed === '') return t('inSession.changed.added', { goal, added })
      if (added === '') return t('inSession.changed.removed', { goal, removed })
      return t('inSession.changed.words', { goal, removed, added })
    }
  }
}

/** How a goal stands: who is behind its words, and what the others said. */
export function standingSentence(reader: SummaryReader, standing: GoalStanding): string {
  const { t, format } = reader
  const goal = standing.name.trim() === '' ? t('goal.unnamed') : standing.name
  switch (standing.agreement) {
    case 'no-words':
      return t('inSession.stands.no-words', { goal })
    case 'agreed':
      return t(standing.isNew ? 'inSession.stands.agreed' : 'inSession.stands.still', { goal })
    case 'open':
    case 'lapsed': {
      const said = (answer: GoalStanding['halves'][number]['answer']) =>
        standing.halves.filter((half) => half.answer === answer).map(({ person }) => named(reader, person))
      const kinds = ['agree', 'need-time', 'differently', 'not-yet', null] as const
      return kinds
        .map((answer) => ({ answer: answer ?? ('none' as const), who: said(answer) }))
        .filter(({ who }) => who.length > 0)
        .map(({ answer, who }) =>
          t(`inSession.stands.${answer}`, { goal, ...subjectOf(reader, who), names: format.list(who) }),
        )
        .join(' ')
    }
  }
}

/** "Jonah: Huddersfield and back, by 28 November." */
export function nextSentence(reader: SummaryReader, { words, who, due }: NextStep): string {
  const { t, format, now } = reader
  const names =
    who.length === 0 ? t('inSession.next.nobody') : format.list(who.map((one) => named(reader, one)))
  if (due === null) return t('inSession.next.some-day', { names, words })
  return t('inSession.next.by', { names, words, day: format.day(new Date(`${due}T12:00:00`), now) })
}

function named({ t, people, viewer }: SummaryReader, person: PersonId): string {
  return person === viewer ? t('inSession.you') : shortNameOf(people, person) || t('person.former')
}

/** The verb goes with who is meant: you, one of them, several. */
function subjectOf({ t }: SummaryReader, who: readonly string[]): { readonly who: 'you' | 'one' | 'other' } {
  if (who.length > 1) return { who: 'other' }
  return { who: who[0] === t('inSession.you') ? 'you' : 'one' }
}
