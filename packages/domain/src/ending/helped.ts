import { stationOf, type Barrier } from '../barrier/barrier.js'
import { hasWords } from '../goal/wording.js'
import { goalsInOrder, type Plan } from '../plan/plan.js'

/** A step that was done, or that all of them agreed to: what may have helped. (EN13) */
export interface HelpedStep {
  readonly words: string
  readonly isDone: boolean
}

/** Those of all goals, what was done first; nothing that was set aside, and the same words once. (EN13) */
export function helpedSteps(plan: Plan): readonly HelpedStep[] {
  const found = goalsInOrder(plan)
    .flatMap(({ steps }) => steps)
    .filter(({ setAside, text }) => !setAside && hasWords(text.text))
    .filter(({ done, agreed, lapsedAt }) => done !== null || (agreed !== null && lapsedAt === null))
    .map(({ text, done }) => ({ words: text.text.trim(), isDone: done !== null }))
  const inOrder = [...found.filter(({ isDone }) => isDone), ...found.filter(({ isDone }) => !isDone)]
  return inOrder.filter(({ words }, at) => inOrder.findIndex((one) => one.words === words) === at)
}

/** What was said when something that got in the way had changed, and has not come back. (EN13) */
export function helpedAgainst(barriers: readonly Pick<Barrier, 'entries'>[]): readonly string[] {
  return barriers
    .filter((barrier) => stationOf(barrier) === 'changed')
    .flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.kind === 'moved' && entry.station === 'changed' && entry.words !== null ? [entry.words] : [],
      ),
    )
}
