import { useCallback, useEffect, useRef } from 'react'
import { useNavigation, useSearchParams } from 'react-router'
import { isUuid, type GoalId } from '@accord/domain/ids'

/** How long the replay stands still before its place is written into the address, in ms. */
const SETTLED_AFTER = 300

/** What the address says of a replay: `?goal=ID&at=SEQ`. (RP2) */
export interface ReplayAddress {
  /** The goal that is replayed alone; null for the whole plan. */
  readonly goal: GoalId | null
  /** The entry that is shown at first; null for the last one. */
  readonly at: number | null
  /** Whether another page is being fetched, which writing into this one's address would call off. */
  readonly isLeaving: boolean
  readonly chooseGoal: (goal: GoalId | null) => void
  readonly nameMoment: (seq: number) => void
}

export function useReplayAddress(): ReplayAddress {
  const [search, setSearch] = useSearchParams()
  const { state } = useNavigation()
  const set = useRef(setSearch)
  // The router hands back what it has shown, and may still have to show what was written a moment ago.
  const written = useRef(search)
  useEffect(() => {
    set.current = setSearch
    written.current = search
  }, [search, setSearch])
  const write = useCallback((key: string, value: string | null) => {
    written.current = withKey(written.current, key, value)
    set.current(written.current, { replace: true, preventScrollReset: true })
  }, [])
  const chooseGoal = useCallback((chosen: GoalId | null) => write('goal', chosen), [write])
  const nameMoment = useCallback((seq: number) => write('at', String(seq)), [write])
  const goal = search.get('goal')
  const at = search.get('at')
  return {
    goal: goal !== null && isUuid(goal) ? (goal as GoalId) : null,
    at: at !== null && /^\d{1,15}$/.test(at) ? Number(at) : null,
    isLeaving: state !== 'idle',
    chooseGoal,
    nameMoment,
  }
}

/** Keeps the address at the moment that is shown, so that it can be passed on, once the replay stands still. (RP18) */
export function useAddressFollows({ isLeaving, nameMoment }: ReplayAddress, seq: number | null): void {
  useEffect(() => {
    if (seq === null || isLeaving) return undefined
    const timer = setTimeout(() => nameMoment(seq), SETTLED_AFTER)
    return () => clearTimeout(timer)
  }, [seq, isLeaving, nameMoment])
}

function withKey(before: URLSearchParams, key: string, value: string | null): URLSearchParams {
  const after = new URLSearchParams(before)
  if (value === null) after.delete(key)
  else after.set(key, value)
  return after
}
