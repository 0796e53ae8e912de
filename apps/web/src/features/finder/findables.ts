import type { CaseId, GoalId } from '@accord/domain/ids'
import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import type { Findable } from '@accord/domain/search/find'
import { allGoals } from '../../lib/all-goals.js'
import { logAddress } from '../../lib/log-address.js'
import { clientsOf } from '../../lib/people.js'

/** A client or a goal of the caseload, as the finder lists it. Nothing of a goal's words but its name. (FI1) */
export type Found = Findable & {
  readonly caseId: CaseId
  readonly address: string
  /** When anything of it changed last, in ms. */
  readonly at: number
} & ({ readonly kind: 'client'; readonly isClosed: boolean } | { readonly kind: 'goal'; readonly id: GoalId })

/** How names are put together: "Anna and Ben". */
type List = (names: readonly string[]) => string

export function findables(cases: readonly CaseSummary[], list: List): readonly Found[] {
  return cases.flatMap((summary) => {
    const client = clientOf(summary, list)
    const between = { ...client, address: logAddress({ ...client, audience: 'confidential' }) }
    return [
      client,
      ...named(summary.goals).map((goal) => goalOf(goal, client)),
      ...named(summary.confidential?.goals ?? []).map((goal) => goalOf(goal, between)),
    ]
  })
}

/** With nothing typed: the clients opened last, then those with the latest change. (FI5) */
export function unasked(
  found: readonly Found[],
  opened: readonly CaseId[],
): { readonly recent: readonly Found[]; readonly others: readonly Found[] } {
  const clients = found.filter(({ kind }) => kind === 'client')
  const recent = opened.flatMap((id) => clients.filter(({ caseId }) => caseId === id))
  const others = clients.filter((client) => !recent.includes(client)).sort((a, b) => b.at - a.at)
  return { recent, others }
}

function clientOf(summary: CaseSummary, list: List): Found & { readonly kind: 'client' } {
  const { caseId, openedAt, closedAt, people } = summary
  const ends = closedAt === null ? [openedAt] : [openedAt, closedAt]
  return {
    kind: 'client',
    caseId,
    address: logAddress({ caseId, audience: 'plan' }),
    name: list(clientsOf(people).map(({ name }) => name)),
    belongsTo: '',
    changedAt: ends,
    at: Math.max(...ends, ...allGoals(summary).map(({ lastChange }) => lastChange.at)),
    isClosed: closedAt !== null,
  }
}

function named(goals: readonly GoalSummary[]): readonly GoalSummary[] {
  return goals.filter(({ name }) => name !== '')
}

function goalOf({ id, name, lastChange }: GoalSummary, client: Found): Found {
  const { caseId, address } = client
  return {
    kind: 'goal',
    id,
    caseId,
    address: `${address}#${id}`,
    name,
    belongsTo: client.name,
    changedAt: [lastChange.at],
    at: lastChange.at,
  }
}
