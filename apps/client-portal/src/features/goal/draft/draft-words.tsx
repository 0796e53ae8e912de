import { useMemo } from 'react'
import { mayWriteField } from '@accord/domain/goal/field'
import type { Goal } from '@accord/domain/goal/goal'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { WhyItMatters } from '@accord/ui/goal/why-it-matters'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { voicesOf } from '../goal-people.js'
import type { OpenPlan } from '../open-plan.js'

interface DraftWordsProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly isReadOnly: boolean
  readonly isFocused: boolean
  readonly describedBy: string
}

/** A draft's words. All of them are its writer's, so nobody's ink marks them. */
export function DraftWords({ open, goal, isReadOnly, isFocused, describedBy }: DraftWordsProps) {
  const t = usePortalMessages()
  const { live, view } = open
  const voices = useMemo(() => voicesOf(view.people), [view.people])
  const ownsWhy = view.me !== null && mayWriteField(view.me.relation, 'why')
  const shared = { live, voices, isReadOnly, describedBy, isPlain: true, ownFlag: 'none' } as const
  return (
    <div className="pt-goal-words">
      <div className="ac-statement-portal">
        <GoalEditor
          {...shared}
          place={{ goal: goal.id, field: 'statement' }}
          label={t('draft.statement')}
          placeholder={t('goal.statementHint')}
          isFocused={isFocused}
          isChecked
        />
      </div>
      {ownsWhy && (
        <WhyItMatters>
          <GoalEditor
            {...shared}
            place={{ goal: goal.id, field: 'why' }}
            label={t('draft.why')}
            placeholder={t('goal.whyHint')}
          />
        </WhyItMatters>
      )}
    </div>
  )
}
