import { queryOptions } from '@tanstack/react-query'
import type { Agenda } from '@accord/domain/rest/supervision'
import { getJson, postJson, putJson } from '../../../lib/http.js'
import { agendaKey, pairAddress, type PairIds } from '../../../lib/supervision.js'

/** What a supervisor and a practitioner want to talk about next. */
export const agendaQuery = (pair: PairIds) =>
  queryOptions({
    queryKey: agendaKey(pair),
    queryFn: () => getJson<Agenda>(`${pairAddress(pair)}/agenda`),
    staleTime: 0,
  })

export function orderAgenda(pair: PairIds, items: readonly string[]): Promise<Agenda> {
  return putJson<Agenda>(`${pairAddress(pair)}/agenda/order`, { items })
}

export function discuss(pair: PairIds, item: string): Promise<Agenda> {
  return postJson<Agenda>(`${pairAddress(pair)}/agenda/${item}/discussed`, {})
}
