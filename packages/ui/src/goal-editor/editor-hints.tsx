import { type RefObject, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { TextPlace } from '@accord/domain/goal/field'
import { textAt } from '@accord/domain/plan/plan'
import { EMPTY_TEXT, type Run } from '@accord/domain/text/attributed'
import type { WordingHint } from '@accord/domain/wording/wording-hints'
import type { LivePlan } from '../live-plan/live-plan.js'
import { HintList } from '../wording/hint-list.js'
import { useWordingHints } from '../wording/use-wording-hints.js'
import type { HintedStretch } from './wording-marks.js'

interface HintedEditor {
  hint: (stretches: readonly HintedStretch[]) => void
  put: (stretch: HintedStretch, instead: string) => void
}

interface EditorHintsProps {
  readonly live: LivePlan
  readonly place: TextPlace
  /** Where the words stand. */
  readonly editor: RefObject<HintedEditor | null>
}

/** Hints about what the reader themselves put into a shared text, never about the other's words. (WC7) */
export function EditorHints({ live, place, editor }: EditorHintsProps) {
  const { text, runs } = useSyncExternalStore(live.subscribe, () => {
    const { plan } = live.view()
    return (plan && textAt(plan, place)) ?? EMPTY_TEXT
  })
  const me = live.view().me?.person
  const textId = `${live.log} ${place.goal} ${place.step ?? ''} ${place.field}`
  const { hints, leaveIt } = useWordingHints({ text, textId })
  const own = useMemo(() => hints.filter((hint) => isWrittenBy(me, runs, hint)), [hints, me, runs])
  useEffect(() => {
    const there = editor.current
    there?.hint(own)
    return () => there?.hint([])
  }, [own, editor])
  return (
    <HintList hints={own} onPut={(hint, instead) => editor.current?.put(hint, instead)} onLeave={leaveIt} />
  )
}

/** True when every character of it is that person's. */
function isWrittenBy(person: string | undefined, runs: readonly Run[], { from, to }: WordingHint): boolean {
  let start = 0
  for (const [author, length] of runs) {
    const end = start + length
    if (start < to && from < end && author !== person) return false
    start = end
  }
  return person !== undefined
}
