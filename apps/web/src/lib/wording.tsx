import { queryOptions, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { WordingBody, WordingDecision, WordingDecisions } from '@accord/domain/rest/wording'
import { useWordingChoice } from '@accord/ui/wording/use-wording-choice'
import { WordingContext } from '@accord/ui/wording/wording-context'
import { getJson, postJson } from './http.js'
import { useSelf } from './self-context.js'

const PATH = '/api/clinic/wording'
const NONE: readonly WordingDecision[] = []

/** What the clinic decided about words. (WC6) */
export const wordingQuery = queryOptions({
  queryKey: ['wording'],
  queryFn: () => getJson<WordingDecisions>(PATH),
  staleTime: 5 * 60_000,
})

export function decideWording(body: WordingBody): Promise<WordingDecisions> {
  return postJson<WordingDecisions>(PATH, body)
}

/** Texts below are checked while they are written, unless their writer turned that off here. (WC7) */
export function Wording({ children }: { readonly children: ReactNode }) {
  const { person } = useSelf()
  const [isOn, turn] = useWordingChoice(true)
  const { data } = useQuery({ ...wordingQuery, enabled: isOn })
  const decisions = data?.decisions ?? NONE
  const settings = useMemo(
    () => ({ person: person.id, decisions, isOn, turn }),
    [person.id, decisions, isOn, turn],
  )
  return <WordingContext value={settings}>{children}</WordingContext>
}
