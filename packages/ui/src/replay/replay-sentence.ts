import type { WritingMoment } from '@accord/domain/history/moments'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { tightDiff } from '@accord/domain/text/tight-diff'
import type { DiffSegment } from '@accord/domain/text/word-diff'
import { momentSentence, type UiTranslate } from '../moments/moment-sentence.js'
import { shortNameOf } from '../whose-goal/short-name.js'

/** The longest words that a sentence quotes, in UTF-16 units. */
const QUOTED = 72

/** Who somebody is, and what a goal without a name is called. */
export interface Naming {
  readonly people: readonly PersonName[]
  readonly unnamed: string
  /** Whoever reads it and is called "you"; nobody unless it is said. */
  readonly viewer?: PersonId
}

/** What happened in one short sentence, with the words it was about: "Jonah added “without my phone”". (RP3) */
export function replaySentence(t: UiTranslate, told: ToldMoment, naming: Naming): string {
  const { people, unnamed, viewer } = naming
  const { moment, closing, quotes, author } = told
  if (moment.kind === 'writing') {
    const name = shortNameOf(people, author) || t('person.former')
    const goal = told.goalName.trim() || unnamed
    const sentence = writingSentence(t, moment, { name, goal, whose: author === viewer ? 'you' : 'other' })
    return moment.effects.includes('lapsed') ? t('replay.opened', { sentence }) : sentence
  }
  if (closing) return t('replay.closed', { parties: closing.parties, again: closing.again ? 'yes' : 'other' })
  const goalName = () => told.goalName.trim() || unnamed
  const sentence = momentSentence(t, moment, { people, goalName })
  const [words] = quotes
  return words === undefined ? sentence : t('replay.quoted', { sentence, words: clipped(words) })
}

interface Named {
  readonly name: string
  readonly goal: string
  /** Whose own words they are. */
  readonly whose: 'you' | 'other'
}

function writingSentence(t: UiTranslate, moment: WritingMoment, { name, goal, whose }: Named): string {
  const { field, before, after } = moment
  if (before === after) return t('moment.tried', { name, field, goal })
  if (before.trim() === '') {
    const words = clipped(after)
    if (field === 'statement') return t('replay.proposed', { name, words })
    return t('replay.wrote', { name, field, words })
  }
  const segments = tightDiff(before, after)
  const words = only(segments, 'added')
  const gone = only(segments, 'removed')
  if (gone === '') return t('replay.added', { name, field, words: clipped(words) })
  if (words === '') return t('replay.took', { name, field, words: clipped(gone) })
  const kept = segments.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0)
  if (field === 'statement' && kept * 3 < before.length) return t('replay.ownWords', { name, whose })
  const isOneChange = segments.filter(({ kind }) => kind === 'added').length === 1
  return isOneChange && words.length + gone.length <= QUOTED
    ? t('replay.changed', { name, field, words, gone })
    : t('replay.reworded', { name, field: field === 'statement' ? 'other' : field, words: clipped(after) })
}

function only(segments: readonly DiffSegment[], kind: DiffSegment['kind']): string {
  return bare(
    segments
      .map((segment) => (segment.kind === kind ? segment.text.trim() : ''))
      .filter(Boolean)
      .join(' … '),
  )
}

/** Without the comma or full stop that words have at their edges. */
function bare(words: string): string {
  return words.trim().replace(/^[,;.]\s*|[,;.]$/gu, '') || words.trim()
}

function clipped(words: string): string {
  const line = words.trim().replace(/\s+/gu, ' ')
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED).replace(/\s+\S*$/u, '')}…`
}
