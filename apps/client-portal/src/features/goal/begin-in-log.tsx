import { useEffect, useRef } from 'react'
import type { GoalId, LogId } from '@accord/domain/ids'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { useSelf } from '../../lib/self-context.js'
import { startGoal } from './start-goal.js'

/** What somebody wrote before it was clear which log it goes to. */
export interface FirstWords {
  readonly name: string
  readonly words: string
}

interface BeginInLogProps {
  readonly log: LogId
  readonly first: FirstWords
  /** What others may learn of one day holds no time. (DR5, CF8) */
  readonly newId: () => GoalId
  /** Called once, when the words are in the log as far as this device goes. */
  readonly onBegun: (goal: GoalId) => void
}

/** Opens a log beside the plan and starts a goal in it, once. */
export function BeginInLog({ log, first, newId, onBegun }: BeginInLogProps) {
  const { person } = useSelf()
  const { live, view } = useLivePlan({ plan: log, person: person.id })
  const isDone = useRef(false)
  const isOpen = live !== null && view.plan !== null
  useEffect(() => {
    if (!isOpen || isDone.current) return
    isDone.current = true
    onBegun(startGoal(live, first.name, first.words, newId()))
  }, [isOpen, live, first, newId, onBegun])
  return null
}
