import { isAskedDay, readDayQuery, type CalendarDay } from './asked-day.js'
import { foldWords } from './fold-words.js'

/** Something that can be found: by its name, by what it belongs to, by the days on which it changed. */
export interface Findable {
  readonly name: string
  /** Whose it is, such as the client of a goal: finds it too, behind those whose own name is meant. */
  readonly belongsTo: string
  /** Times in ms. */
  readonly changedAt: readonly number[]
}

/** How the reader's calendar names months, and which day a time in ms falls on for them. */
export interface Calendar {
  readonly months: readonly string[]
  readonly dayOf: (at: number) => CalendarDay
}

/**
 * What a query finds, the closest first; things that are equally close keep their order. Every word of the query
 * begins a word of the name or of what the thing belongs to, or the query names a day on which the thing changed.
 * An empty query finds nothing. (FI2, FI3, FI4)
 */
export function find<Thing extends Findable>(
  query: string,
  things: readonly Thing[],
  calendar: Calendar,
): readonly Thing[] {
  const words = foldWords(query)
  if (words.length === 0) return []
  const onDay = readDayQuery(query, calendar.months)
  return things
    .map((thing) => {
      const byName = distance(words, thing)
      if (byName !== null || onDay === null) return { thing, away: byName }
      const changed = thing.changedAt.some((at) => isAskedDay(calendar.dayOf(at), onDay.asked))
      return { thing, away: changed && distance(onDay.words, thing) !== null ? BY_DAY : null }
    })
    .filter((found): found is { thing: Thing; away: number } => found.away !== null)
    .sort((one, other) => one.away - other.away)
    .map(({ thing }) => thing)
}

const BY_DAY = 4

/** 0 the very name, 1 the name begins so, 2 its words do, 3 only with what it belongs to; null not at all. */
function distance(words: readonly string[], { name, belongsTo }: Findable): number | null {
  const own = foldWords(name)
  if (words.every((word) => begins(own, word))) {
    const [asked, whole] = [words.join(' '), own.join(' ')]
    if (whole === asked) return 0
    return whole.startsWith(asked) ? 1 : 2
  }
  const all = [...own, ...foldWords(belongsTo)]
  return words.every((word) => begins(all, word)) ? 3 : null
}

function begins(words: readonly string[], start: string): boolean {
  return words.some((word) => word.startsWith(start))
}
