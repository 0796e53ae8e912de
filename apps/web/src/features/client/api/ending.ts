import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { EndingPage } from '@accord/domain/rest/ending'
import type { EndingHands } from '@accord/ui/ending/ending-hands'
import { getFile, getJson, postJson } from '../../../lib/http.js'
import { refusalCode } from '../../../lib/request-failure.js'

const pathOf = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}/ending`
/** What the others save is told at once (PU1); whoever was not told looks for themselves. In ms. */
const LOOK_AGAIN = 30_000

/** What two people leave with. (EN8) */
export const endingQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['ending', caseId],
    queryFn: () => getJson<EndingPage>(pathOf(caseId)),
    refetchInterval: ({ state }) => (state.data?.state.kind === 'closed' ? false : LOOK_AGAIN),
  })

export function beginEnding(caseId: string): Promise<EndingPage> {
  return postJson<EndingPage>(pathOf(caseId), {})
}

export function takeEnding(caseId: string, paper: 'A4' | 'Letter'): Promise<Blob> {
  return getFile(`${pathOf(caseId)}/pdf?paper=${paper}`)
}

/** Everything that is done in a pack answers with the pack. */
export function endingHands(queries: QueryClient, caseId: string): EndingHands {
  const { queryKey } = endingQuery(caseId)
  const keep = async (answer: Promise<EndingPage>) => {
    // An older answer that is still on its way must not come after this one.
    await queries.cancelQueries({ queryKey })
    const page = await answer
    queries.setQueryData(queryKey, page)
    return page
  }
  return {
    read: () => keep(getJson<EndingPage>(pathOf(caseId))),
    act: (act) => keep(postJson<EndingPage>(`${pathOf(caseId)}/acts`, act)),
    close: (hash) => keep(postJson<EndingPage>(`${pathOf(caseId)}/closing`, { hash })),
    add: (body) => keep(postJson<EndingPage>(`${pathOf(caseId)}/addenda`, body)),
    codeOf: (error) => refusalCode(error as Error),
  }
}
