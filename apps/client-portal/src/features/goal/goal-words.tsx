import { useId, useMemo } from 'react'
import { mayWriteField } from '@accord/domain/goal/field'
import type { Goal } from '@accord/domain/goal/goal'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { WhyItMatters } from '@accord/ui/goal/why-it-matters'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../lib/people.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { readersOf, voicesOf } from './goal-people.js'
import type { OpenPlan } from './open-plan.js'
import { ReadersNote } from './readers-note.js'

interface GoalWordsProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly isReadOnly: boolean
  readonly isFocused: boolean
}

/** The goal itself, to be written: its statement, and why it matters in the client's own words. */
export function GoalWords({ open, goal, isReadOnly, isFocused }: GoalWordsProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const noteId = useId()
  const { live, view, plan, keptFrom } = open
  const voices = useMemo(() => voicesOf(view.people), [view.people])
  const others = readersOf(plan, view.people).filter(({ person }) => person !== view.me?.person)
  const names = format.list(others.map(({ name }) => firstName(name)))
  const ownsWhy = view.me !== null && mayWriteField(view.me.relation, 'why')
  const showsWhy = goal.why.text !== '' || (ownsWhy && !isReadOnly)
  return (
    <div className="pt-goal-words">
      <div className="ac-statement-portal">
        <GoalEditor
          live={live}
          place={{ goal: goal.id, field: 'statement' }}
          voices={voices}
          label={t('goal.statement', { names })}
          placeholder={t('goal.statementHint')}
          ownFlag="you"
          isReadOnly={isReadOnly}
          isFocused={isFocused}
          isChecked
          describedBy={noteId}
        />
      </div>
      {showsWhy && (
        <WhyItMatters>
          <GoalEditor
            live={live}
            place={{ goal: goal.id, field: 'why' }}
            voices={voices}
            label={t('goal.whyLabel', { names })}
            placeholder={t('goal.whyHint')}
            isPlain
            ownFlag="none"
            isReadOnly={isReadOnly || !ownsWhy}
            describedBy={noteId}
          />
        </WhyItMatters>
      )}
      <ReadersNote id={noteId} plan={plan} people={view.people} keptFrom={keptFrom} />
    </div>
  )
}
