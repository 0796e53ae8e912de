import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { isUuid, type GoalId } from '@accord/domain/ids'

/** How long the replay stands still before its place is written into the address, in ms. */
const SETTLED_AFTER = 300

interface ReplayAddress {
  /** The goal that is replayed alone; null for the whole plan. */
  readonly goal: GoalId | null
  /** The entry that is shown at first; null for the last one. */
  readonly at: number | null
  readonly chooseGoal: (goal: GoalId | null) => void
}

/** What the address says of a replay: `?goal=ID&at=SEQ`. (RP2) */
export function useReplayAddress(): ReplayAddress {
  const [search, setSearch] = useSearchParams()
  const goal = search.get('goal')
  const at = search.get('at')
  return {
    goal: goal !== null && isUuid(goal) ? (goal as GoalId) : null,
    at: at !== null && /^\d{1,15}$/.test(at) ? Number(at) : null,
    chooseGoal: (chosen) => {
      setSearch((before) => written(before, 'goal', chosen), { replace: true, preventScrollReset: true })
    },
  }
}

/** Keeps the address at the moment that is shown, so that it can be passed on, once the replay stands still. */
export function useAddressFollows(seq: number | null): void {
  const [, setSearch] = useSearchParams()
  const set = useRef(setSearch)
  useEffect(() => {
    set.current = setSearch
  })
  useEffect(() => {
    if (seq === null) return undefined
    const timer = setTimeout(() => {
      set.current((before) => written(before, 'at', String(seq)), { replace: true, preventScrollReset: true })
    }, SETTLED_AFTER)
    return () => clearTimeout(timer)
  }, [seq])
}

function written(before: URLSearchParams, key: string, value: string | null): URLSearchParams {
  const after = new URLSearchParams(before)
  if (value === null) after.delete(key)
  else after.set(key, value)
  return after
}
