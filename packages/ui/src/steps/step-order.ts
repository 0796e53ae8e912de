import type { Step } from '@accord/domain/goal/step'
import type { StepId } from '@accord/domain/ids'

/** After which step a step stands when it moves one place up or down; undefined where there is no such place. */
export function stepAfter(among: readonly Step[], id: StepId, by: -1 | 1): StepId | null | undefined {
  const from = among.findIndex((step) => step.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= among.length) return undefined
  return among[by === 1 ? to : to - 1]?.id ?? null
}

/** After which step a step stands when it is dropped before or after another one. */
export function droppedAfter(
  among: readonly Step[],
  id: StepId,
  target: { readonly id: StepId; readonly side: 'before' | 'after' },
): StepId | null {
  if (target.side === 'after') return target.id
  const others = among.filter((step) => step.id !== id)
  const at = others.findIndex((step) => step.id === target.id)
  return others[at - 1]?.id ?? null
}
