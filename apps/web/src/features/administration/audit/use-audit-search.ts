import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { AUDIT_OUTCOMES } from '@accord/domain/audit/event'
import { AUDIT_KINDS } from '@accord/domain/audit/kind'
import type { AuditAsked } from '../api/audit.js'

const DAY_MS = 86_400_000

/** How far back one looks, in days; all of it is none of these. */
export const AUDIT_DAYS = ['1', '7', '30'] as const

/** What is looked for, kept in the address. */
export interface AuditSearchWords {
  readonly person?: string
  readonly kind?: string
  readonly outcome?: string
  readonly days?: string
}

/** What the address asks the audit for. */
export function useAuditSearch() {
  const [words, setWords] = useSearchParams()
  const [person, kind, outcome, days] = ['person', 'kind', 'outcome', 'days'].map((name) => words.get(name))
  const asked = useMemo<AuditAsked>(() => {
    const known = AUDIT_KINDS.find((one) => one === kind)
    const ended = AUDIT_OUTCOMES.find((one) => one === outcome)
    const back = AUDIT_DAYS.find((one) => one === days)
    return {
      ...(person && { person }),
      ...(known && { kind: known }),
      ...(ended && { outcome: ended }),
      ...(back && { since: String(Math.floor(Date.now() / DAY_MS - Number(back) + 1) * DAY_MS) }),
    }
  }, [person, kind, outcome, days])
  const ask = (change: AuditSearchWords) => {
    const next = new URLSearchParams(words)
    for (const [name, value] of Object.entries(change) as [string, string][])
      if (value === '') next.delete(name)
      else next.set(name, value)
    setWords(next, { replace: true })
  }
  return { asked, ask, days: days ?? '' }
}
