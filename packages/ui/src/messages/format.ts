const DAY_MS = 86_400_000

/** Dates, times and numbers as people of one locale write them. */
export interface Format {
  /** "29 October"; with the year when that isn't `now`'s. */
  readonly day: (at: Date, now: Date) => string
  /** "29 Oct" */
  readonly shortDay: (at: Date) => string
  /** "November" */
  readonly month: (at: Date) => string
  /** "10:21" */
  readonly time: (at: Date) => string
  /** "10:21:08" */
  readonly timeToSecond: (at: Date) => string
  /** "today", "yesterday", a weekday within the last six days, else the day. */
  readonly relativeDay: (at: Date, now: Date) => string
  /** "today, 10:21" */
  readonly moment: (at: Date, now: Date) => string
  readonly number: (value: number) => string
  /** "+1", "0", "−2", with a real minus sign. */
  readonly signed: (value: number) => string
  /** "Mara and Jonah" */
  readonly list: (names: readonly string[]) => string
}

/** `timeZone` is an IANA name; the device's own when undefined. */
export function createFormat(locale: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone }
  const dayOnly = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...zone })
  const dayAndYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...zone,
  })
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone })
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', ...zone })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', ...zone })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...zone })
  const seconds = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', ...zone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const calendarDay = calendarDayIn(zone)

  const day = (at: Date, now: Date): string =>
    (calendarDay(at).year === calendarDay(now).year ? dayOnly : dayAndYear).format(at)
  const relativeDay = (at: Date, now: Date): string => {
    const ago = calendarDay(now).number - calendarDay(at).number
    if (ago === 0 || ago === 1) return relative.format(-ago, 'day')
    return ago > 1 && ago < 7 ? weekday.format(at) : day(at, now)
  }
  return {
    day,
    relativeDay,
    shortDay: (at) => short.format(at),
    month: (at) => month.format(at),
    time: (at) => clock.format(at),
    timeToSecond: (at) => seconds.format(at),
    moment: (at, now) => `${relativeDay(at, now)}, ${clock.format(at)}`,
    number: (value) => numbers.format(value),
    signed: (value) => signed.format(value).replace('-', '\u2212'),
    list: (names) => lists.format(names),
  }
}

/** Which day of the calendar a moment falls on, where its reader is: days are counted there, not in UTC. */
function calendarDayIn(zone: { timeZone?: string }): (at: Date) => { year: number; number: number } {
  const parts = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    ...zone,
  })
  return (at) => {
    const found = new Map(parts.formatToParts(at).map((part) => [part.type, Number(part.value)]))
    const year = found.get('year') ?? 0
    return { year, number: Date.UTC(year, (found.get('month') ?? 1) - 1, found.get('day')) / DAY_MS }
  }
}
