import type { PersonId } from '@accord/domain/ids'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import { allGoals } from '../../lib/all-goals.js'
import { clientsOf, practitionersOf } from '../../lib/people.js'
import { lastChange, presentGoals } from './latest-goal.js'

export const SHOWN = ['all', 'changed', 'waiting', 'empty', 'closed'] as const
export type Shown = (typeof SHOWN)[number]

export const SORTED_BY = ['change', 'name', 'opened'] as const
export type SortedBy = (typeof SORTED_BY)[number]
export type Order = 'ascending' | 'descending'

/** How somebody looks at their caseload; `page` from 1. (FI6) */
export interface CaseloadView {
  readonly shown: Shown
  readonly practitioner: PersonId | null
  readonly sortedBy: SortedBy
  readonly order: Order
  readonly page: number
}

/** What one page shows: its rows, and where they stand among all that the filters let through. */
export interface CaseloadPage {
  readonly rows: readonly CaseSummary[]
  readonly page: number
  readonly pages: number
  /** The first row's number, from 1. */
  readonly from: number
  readonly total: number
  readonly counts: Readonly<Record<Shown, number>>
}

export const PAGE_SIZE = 25

/** The way in which each order usually runs: names from A, times from the newest. */
export const USUAL_ORDER: Readonly<Record<SortedBy, Order>> = {
  change: 'descending',
  name: 'ascending',
  opened: 'descending',
}

export function pageOf(
  cases: readonly CaseSummary[],
  view: CaseloadView,
  { self, locale }: { readonly self: PersonId; readonly locale: string },
): CaseloadPage {
  const theirs = cases.filter(
    ({ people }) =>
      view.practitioner === null ||
      practitionersOf(people).some(({ person }) => person === view.practitioner),
  )
  const through = (shown: Shown) => theirs.filter((summary) => isShown(summary, shown, self))
  const counts = Object.fromEntries(SHOWN.map((shown) => [shown, through(shown).length])) as Record<
    Shown,
    number
  >
  const sorted = [...through(view.shown)].sort(comparison(view, locale))
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE))
  const page = Math.min(view.page, pages)
  const before = (page - 1) * PAGE_SIZE
  const rows = sorted.slice(before, before + PAGE_SIZE)
  return { rows, page, pages, from: before + 1, total: sorted.length, counts }
}

/** Whether a filter lets a case through. (FI7) */
export function isShown(summary: CaseSummary, shown: Shown, self: PersonId): boolean {
  const isOpen = summary.closedAt === null
  switch (shown) {
    case 'all':
      return true
    case 'changed':
      return isOpen && presentGoals(summary).some(({ agreement }) => agreement.kind === 'lapsed')
    case 'waiting':
      return isOpen && presentGoals(summary).some((goal) => isWaitingFor(goal, self))
    case 'empty':
      return isOpen && allGoals(summary).length === 0
    case 'closed':
      return !isOpen
  }
}

function isWaitingFor({ agreement: { halves } }: GoalSummary, self: PersonId): boolean {
  const isUnanswered = halves.some(({ person, answer }) => person === self && answer === null)
  return isUnanswered && halves.some(({ person, state }) => person !== self && state === 'on')
}

function comparison(
  { sortedBy, order }: CaseloadView,
  locale: string,
): (a: CaseSummary, b: CaseSummary) => number {
  const names = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  const name = ({ people }: CaseSummary): string =>
    clientsOf(people)
      .map((one) => one.name)
      .join(' ')
  const changed = (summary: CaseSummary): number => lastChange(summary)?.at ?? 0
  const by: Record<SortedBy, (a: CaseSummary, b: CaseSummary) => number> = {
    change: (a, b) => changed(a) - changed(b) || a.openedAt - b.openedAt,
    name: (a, b) => names.compare(name(a), name(b)),
    opened: (a, b) => a.openedAt - b.openedAt,
  }
  const direction = order === 'ascending' ? 1 : -1
  return (a, b) => direction * by[sortedBy](a, b) || names.compare(name(a), name(b))
}
