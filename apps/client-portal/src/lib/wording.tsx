import { queryOptions, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { WordingDecision, WordingDecisions } from '@accord/domain/rest/wording'
import { useWordingChoice } from '@accord/ui/wording/use-wording-choice'
import { WordingContext } from '@accord/ui/wording/wording-context'
import { readJson } from './request.js'
import { useSelf } from './self-context.js'

const NONE: readonly WordingDecision[] = []

const wordingQuery = queryOptions({
  queryKey: ['wording'],
  queryFn: ({ signal }) => readJson<WordingDecisions>('/api/clinic/wording', signal),
  staleTime: 5 * 60_000,
})

/** Off until a person asks for hints on this device: people call themselves what they like. (WC7) */
export function Wording({ children }: { readonly children: ReactNode }) {
  const { person } = useSelf()
  const [isOn, turn] = useWordingChoice(false)
  const { data } = useQuery({ ...wordingQuery, enabled: isOn })
  const decisions = data?.decisions ?? NONE
  const settings = useMemo(
    () => ({ person: person.id, decisions, isOn, turn }),
    [person.id, decisions, isOn, turn],
  )
  return <WordingContext value={settings}>{children}</WordingContext>
}
