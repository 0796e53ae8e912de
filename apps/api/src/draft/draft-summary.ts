import type { Goal } from '@accord/domain/goal/goal'
import type { DraftSummary } from '@accord/domain/rest/own-log'

/** A draft as its writer's list shows it. */
export function draftSummary({ id, name, statement, lifecycle, lastChange, startedAt }: Goal): DraftSummary {
  const changes = Object.values(lastChange).map((change) => change?.at ?? startedAt)
  return { id, name: name.text, statement, lifecycle, changedAt: Math.max(startedAt, ...changes) }
}
