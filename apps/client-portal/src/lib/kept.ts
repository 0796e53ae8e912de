import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect } from 'react'
import type { LogId, PersonId } from '@accord/domain/ids'
import type { Self } from '@accord/domain/rest/self'
import type { GoalKeeper, KeptGoals, KeptPlan } from '@accord/ui/kept-goals/kept-goals'
import { casesQuery } from './cases.js'
import { withKeeper } from './keeper.js'

const KEPT_KEY = ['kept'] as const

/** The copy that this device may show while nobody can be asked who is signed in. (OF6) */
export const keptQuery = queryOptions({
  queryKey: [...KEPT_KEY, 'goals'],
  queryFn: () => withKeeper((keeper) => keeper.goals()),
  staleTime: 0,
})

/** A plan out of the copy. */
export const keptPlanQuery = (plan: LogId) =>
  queryOptions({
    queryKey: [...KEPT_KEY, 'plan', plan],
    queryFn: (): Promise<KeptPlan | null> => withKeeper((keeper) => keeper.plan(plan)),
    staleTime: 0,
  })

/** Whether somebody has their goals kept on this device; null where a device can't keep any. */
export const keepingQuery = (person: PersonId) =>
  queryOptions({
    queryKey: [...KEPT_KEY, 'choice', person],
    queryFn: (): Promise<boolean | null> => withKeeper((keeper) => keeper.isChosen(person)),
    staleTime: Infinity,
  })

/** Changes what the device keeps, and lets every page that shows it know. */
export function useKeeping(): (what: (keeper: GoalKeeper) => Promise<unknown>) => Promise<void> {
  const client = useQueryClient()
  return async (what) => {
    await withKeeper(what)
    await client.invalidateQueries({ queryKey: KEPT_KEY })
  }
}

/** Keeps the list of goals as the server gives it, where that was chosen. (OF5) */
export function useKeepGoals(self: Self): void {
  const { data: isOn } = useQuery(keepingQuery(self.person.id))
  const { data: list, dataUpdatedAt: at } = useQuery({ ...casesQuery, enabled: isOn === true })
  useEffect(() => {
    if (isOn !== true || !list) return
    // Whoever can unlock the phone can read a copy, a guardian too: what is kept from them is not in it. (CF2)
    const cases = list.cases.map((summary) => ({ ...summary, confidential: null }))
    void withKeeper((keeper) => keeper.keepGoals({ self, list: { cases }, at }))
  }, [isOn, list, at, self])
}

/** The copy that is on screen in the place of what the server would say; null while the server answers. */
export const KeptContext = createContext<KeptGoals | null>(null)

export function useKept(): KeptGoals | null {
  return useContext(KeptContext)
}
