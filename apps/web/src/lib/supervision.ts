import { queryOptions } from '@tanstack/react-query'
import type { PersonId } from '@accord/domain/ids'
import type {
  AgendaBody,
  Agenda,
  QueuePage,
  SupervisionPair,
  SupervisionPairs,
} from '@accord/domain/rest/supervision'
import { getJson, postJson } from './http.js'

export const SUPERVISION_KEY = ['supervision'] as const

/** Whose agenda and log, as addresses name it. */
export interface PairIds {
  readonly supervisor: PersonId
  readonly practitioner: PersonId
}

/** A supervisor's queue; asked again every minute, so that the rail counts on any page. */
export const queueQuery = (practitioner: PersonId | null) =>
  queryOptions({
    queryKey: [...SUPERVISION_KEY, 'queue', practitioner],
    queryFn: () => getJson<QueuePage>(queueAddress(practitioner, 0)),
    staleTime: 0,
    refetchInterval: 60_000,
  })

export function queueAddress(practitioner: PersonId | null, from: number): string {
  const query = new URLSearchParams()
  if (practitioner !== null) query.set('with', practitioner)
  if (from > 0) query.set('from', String(from))
  const said = query.toString()
  return said === '' ? '/api/supervision/queue' : `/api/supervision/queue?${said}`
}

/** With whom somebody has supervision, as either of the two. */
export const pairsQuery = queryOptions({
  queryKey: [...SUPERVISION_KEY, 'pairs'],
  queryFn: () => getJson<SupervisionPairs>('/api/supervision/pairs'),
})

export function pairIds({ supervisor, practitioner }: SupervisionPair): PairIds {
  return { supervisor: supervisor.person, practitioner: practitioner.person }
}

export function pairAddress({ supervisor, practitioner }: PairIds): string {
  return `/api/supervision/pairs/${supervisor}/${practitioner}`
}

export const agendaKey = ({ supervisor, practitioner }: PairIds) =>
  [...SUPERVISION_KEY, 'agenda', supervisor, practitioner] as const

export function addToAgenda(pair: PairIds, body: AgendaBody): Promise<Agenda> {
  return postJson<Agenda>(`${pairAddress(pair)}/agenda`, body)
}
