import { foldWords } from './fold-words.js'

/** A day of the calendar; `month` from 1 to 12. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A day as somebody asks for it: without a year it is that day of any year. */
export interface AskedDay {
  readonly year: number | null
  readonly month: number
  readonly day: number
}

/** What a query asks for when it names a day: the day, and the folded words besides. */
export interface DayQuery {
  readonly asked: AskedDay
  readonly words: readonly string[]
}

const LONGEST_MONTH = 31
/** From so many letters on a month may be cut short: "nov", "novem". */
const SHORTEST_MONTH = 3

/**
 * The day that a query names: "12 Nov", "November 12", "12 nov 2026" or "2026-11-12", or null. `months` are the
 * names of the twelve months in the reader's language, in order. (FI4)
 */
export function readDayQuery(query: string, months: readonly string[]): DayQuery | null {
  const words = foldWords(query)
  const names = months.map((name) => foldWords(name).join(''))
  for (let at = 0; at + 1 < words.length; at++) {
    const found = isoAt(words, at) ?? writtenAt(words, at, names)
    if (found) return { asked: found.asked, words: words.toSpliced(at, found.length) }
  }
  return null
}

/** Whether a day is the one that was asked for. */
export function isAskedDay({ year, month, day }: CalendarDay, asked: AskedDay): boolean {
  return month === asked.month && day === asked.day && (asked.year === null || asked.year === year)
}

interface FoundDay {
  readonly asked: AskedDay
  /** How many words it took. */
  readonly length: number
}

function isoAt(words: readonly string[], at: number): FoundDay | null {
  const [year, month, day] = [yearOf(words[at]), numberOf(words[at + 1], 12), dayOf(words[at + 2])]
  return year && month && day ? { asked: { year, month, day }, length: 3 } : null
}

function writtenAt(words: readonly string[], at: number, names: readonly string[]): FoundDay | null {
  const [one, other] = [words[at], words[at + 1]]
  const month = monthOf(one, names) ?? monthOf(other, names)
  const day = dayOf(one) ?? dayOf(other)
  if (!month || !day) return null
  const year = yearOf(words[at + 2])
  return { asked: { year, month, day }, length: year === null ? 2 : 3 }
}

function monthOf(word: string | undefined, names: readonly string[]): number | null {
  if (word === undefined || word.length < SHORTEST_MONTH) return null
  const at = names.findIndex((name) => name.startsWith(word))
  return at < 0 ? null : at + 1
}

function dayOf(word: string | undefined): number | null {
  return numberOf(word, LONGEST_MONTH)
}

function yearOf(word: string | undefined): number | null {
  return word !== undefined && /^[12][0-9]{3}$/.test(word) ? Number(word) : null
}

function numberOf(word: string | undefined, most: number): number | null {
  if (word === undefined || !/^[0-9]{1,2}$/.test(word)) return null
  const value = Number(word)
  return value >= 1 && value <= most ? value : null
}
