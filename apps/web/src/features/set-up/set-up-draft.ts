import { useState } from 'react'
import type { Discipline } from '@accord/domain/case/discipline'
import type { WordForClient } from '@accord/domain/rest/set-up'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Times as "09:00", in the clinic's own time zone. */
export interface DayHours {
  readonly isOpen: boolean
  readonly from: string
  readonly to: string
}

/** What has been said so far. The password isn't part of it: it is never kept anywhere in the browser. */
export interface SetUpDraft {
  readonly name: string
  readonly email: string
  /** Sees clients too. */
  readonly practises: boolean
  readonly clinic: string
  readonly word: WordForClient
  readonly disciplines: readonly Discipline[]
  readonly hours: Readonly<Record<Weekday, DayHours>>
  readonly language: string
  readonly timeZone: string
}

const WORKDAY: DayHours = { isOpen: true, from: '09:00', to: '17:00' }
const WEEKEND: DayHours = { isOpen: false, from: '09:00', to: '13:00' }

export function emptyDraft(timeZone: string): SetUpDraft {
  return {
    name: '',
    email: '',
    practises: false,
    clinic: '',
    word: 'client',
    disciplines: [],
    hours: {
      mon: WORKDAY,
      tue: WORKDAY,
      wed: WORKDAY,
      thu: WORKDAY,
      fri: WORKDAY,
      sat: WEEKEND,
      sun: WEEKEND,
    },
    language: 'en',
    timeZone,
  }
}

const KEY = 'accord.set-up'

/** Kept in this tab while it is written, so that a reload loses nothing but the password. */
export function useSetUpDraft(): {
  readonly draft: SetUpDraft
  readonly change: (part: Partial<SetUpDraft>) => void
  readonly forget: () => void
} {
  const [draft, setDraft] = useState(readDraft)
  const change = (part: Partial<SetUpDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...part }
      sessionStorage.setItem(KEY, JSON.stringify(next))
      return next
    })
  return { draft, change, forget: () => sessionStorage.removeItem(KEY) }
}

function readDraft(): SetUpDraft {
  const empty = emptyDraft(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const kept = sessionStorage.getItem(KEY)
  if (kept === null) return empty
  try {
    return { ...empty, ...(JSON.parse(kept) as Partial<SetUpDraft>) }
  } catch {
    return empty
  }
}
