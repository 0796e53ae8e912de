import type { AttentionItem } from '@accord/domain/attention/attention'
import type { CaseId, LogId } from '@accord/domain/ids'
import type { AttentionList, CaseAttention } from '@accord/domain/rest/attention'

/** A step with its place, and what the person is to its case. */
export type DueStep = Extract<AttentionItem, { kind: 'step-due' }> & {
  readonly caseId: CaseId
  readonly plan: LogId
  readonly relation: CaseAttention['relation']
}

export function dueSteps({ cases }: AttentionList): readonly DueStep[] {
  return cases.flatMap(({ caseId, plan, relation, items }) =>
    items.flatMap((item) => (item.kind === 'step-due' ? [{ ...item, caseId, plan, relation }] : [])),
  )
}
