import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { EndingPage } from '@accord/domain/rest/ending'
import type { EndingHands } from '@accord/ui/ending/ending-hands'
import { failureOf, readJson, sendJson } from './request.js'

/** Its address, for the rooms that lead to it: the first screen knows none of them. */
export const endingPath = (caseId: CaseId) => `/you/ending/${caseId}`

const pathOf = (caseId: CaseId) => `/api/cases/${encodeURIComponent(caseId)}/ending`
/** What the others save is told at once (PU1); whoever was not told looks for themselves. In ms. */
const LOOK_AGAIN = 30_000

/** What two people leave with. (EN8) */
export const endingQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['ending', caseId],
    queryFn: ({ signal }) => readJson<EndingPage>(pathOf(caseId), signal),
  })

/** The same, looked at again while others may write in it. */
export const watchedEndingQuery = (caseId: CaseId) =>
  queryOptions({
    ...endingQuery(caseId),
    refetchInterval: ({ state }) => (state.data?.state.kind === 'closed' ? false : LOOK_AGAIN),
  })

export async function takeEnding(caseId: CaseId, paper: 'A4' | 'Letter'): Promise<Blob> {
  const response = await fetch(`${pathOf(caseId)}/pdf?paper=${paper}`, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(String(response.status))
  return response.blob()
}

/** Everything that is done in a pack answers with the pack. */
export function endingHands(queries: QueryClient, caseId: CaseId): EndingHands {
  const { queryKey } = endingQuery(caseId)
  const keep = async (answer: Promise<EndingPage>) => {
    // An older answer that is still on its way must not come after this one.
    await queries.cancelQueries({ queryKey })
    const page = await answer
    queries.setQueryData(queryKey, page)
    return page
  }
  const sent = async (path: string, body: unknown) => {
    const response = await sendJson(`${pathOf(caseId)}/${path}`, body)
    return (await response.json()) as EndingPage
  }
  return {
    read: () => keep(readJson<EndingPage>(pathOf(caseId))),
    act: (act) => keep(sent('acts', act)),
    close: (hash) => keep(sent('closing', { hash })),
    add: (body) => keep(sent('addenda', body)),
    codeOf: (error) => {
      const failure = failureOf(error)
      return failure?.kind === 'refused' ? failure.code : null
    },
  }
}
