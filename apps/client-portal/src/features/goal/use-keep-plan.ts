import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { LogId } from '@accord/domain/ids'
import type { Ending, LiveView } from '@accord/ui/live-plan/live-plan'
import { keepingQuery } from '../../lib/kept.js'
import { withKeeper } from '../../lib/keeper.js'
import { useSelf } from '../../lib/self-context.js'

/** Then no copy of it stays on the device. */
const BARRED: ReadonlySet<Ending> = new Set(['access-ended', 'not-found', 'restricted', 'erased'])

/** Typing settles before it is kept, in ms. */
const SETTLED = 300

/**
 * Keeps the plan as the server confirmed it, where that was chosen, and forgets it when it is closed to them. (OF5, OF6)
 * @param isPlan false for what is kept from a guardian, and while that is not known: of it there is no copy (CF2)
 */
export function useKeepPlan(log: LogId, view: LiveView, isPlan: boolean): void {
  const person = useSelf().person.id
  const { data: isOn } = useQuery(keepingQuery(person))
  const { plan, people, isOnline, saved, ended } = view
  const isConfirmed = isPlan && isOn === true && isOnline && saved.kind === 'saved'
  useEffect(() => {
    if (!isConfirmed || plan === null) return undefined
    const keep = () => void withKeeper((keeper) => keeper.keepPlan(person, { plan, people, at: Date.now() }))
    const timer = setTimeout(keep, SETTLED)
    return () => clearTimeout(timer)
  }, [isConfirmed, plan, people, person])
  const isBarred = ended !== null && BARRED.has(ended)
  useEffect(() => {
    if (isBarred) void withKeeper((keeper) => keeper.forgetPlan(person, log))
  }, [isBarred, person, log])
}
