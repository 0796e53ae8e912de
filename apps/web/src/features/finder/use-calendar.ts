import { useMemo } from 'react'
import { useLocale } from 'react-aria-components'
import type { Calendar } from '@accord/domain/search/find'

/** How the reader's language names the months, and their own time zone's days. */
export function useCalendar(): Calendar {
  const { locale } = useLocale()
  return useMemo(() => calendarOf(locale), [locale])
}

function calendarOf(locale: string): Calendar {
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return {
    months: Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2000, at, 15))),
    dayOf: (at) => {
      const day = new Date(at)
      return { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() }
    },
  }
}
