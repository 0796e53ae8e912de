import { useQueryClient } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import { barriersQuery } from '../../../lib/barriers.js'

/** Does something to the register, and shows it as it is then: also when somebody else was first. (BA2) */
export function useKept(caseId: CaseId) {
  const queries = useQueryClient()
  return async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } finally {
      await queries.invalidateQueries({ queryKey: barriersQuery(caseId).queryKey })
    }
  }
}
