import { useQueries, useQuery } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type { ComfortProfile } from '@accord/domain/rest/comfort'
import { casesQuery } from '../../lib/cases.js'
import { comfortQuery } from './api/comfort.js'

/** A profile with the case that it is of. */
export interface Comfort {
  readonly caseId: CaseId
  readonly profile: ComfortProfile
}

/** All profiles that this person may read, over all of their cases; undefined until they are all here. */
export function useComforts() {
  const cases = useQuery(casesQuery)
  const answers = useQueries({
    queries: (cases.data?.cases ?? []).map(({ caseId }) => comfortQuery(caseId)),
  })
  const failed = cases.data === undefined ? cases : answers.find(({ data }) => data === undefined)
  const comforts: Comfort[] = answers.flatMap(({ data }) =>
    (data?.profiles ?? []).map((profile) => ({ caseId: data?.caseId ?? ('' as CaseId), profile })),
  )
  return {
    comforts: failed === undefined ? comforts : undefined,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  }
}
