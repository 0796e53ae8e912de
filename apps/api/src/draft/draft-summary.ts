import type { Goal } from '@accord/domain/goal/goal'
import type { DraftSummary } from '@accord/domain/rest/own-log'

/** A draft as its writer's list shows it. */
export function draftSummary({ id, name, statement, setAsideBecause, startedAt }: Goal): DraftSummary {
  return { id, name: name.text, statement, setAsideBecause, startedAt }
}
