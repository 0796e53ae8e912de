import { useMemo } from 'react'
import { hasWords } from '@accord/domain/goal/wording'
import type { Goal } from '@accord/domain/goal/goal'
import type { Step } from '@accord/domain/goal/step'
import { GoalTalk } from '@accord/ui/conversation/goal-talk'
import type { GoalAtHand } from '@accord/ui/goal/goal-at-hand'
import { PartHeading } from '@accord/ui/goal/part-heading'
import { GoalProgress } from '@accord/ui/scale/goal-progress'
import { SortableSteps } from '@accord/ui/steps/sortable-steps'
import { StepAdder } from '@accord/ui/steps/step-adder'
import { StepList } from '@accord/ui/steps/step-list'
import { presentSteps } from '@accord/ui/steps/step-standing'
import { StepsAside } from '@accord/ui/steps/steps-aside'
import { WhoseWords } from '@accord/ui/whose-words/whose-words'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { voicesOf } from './goal-people.js'
import type { OpenPlan } from './open-plan.js'

interface GoalPartsProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly mayWrite: boolean
  readonly now: Date
}

/** Below the words: one's own steps first, how far it has come, what is said beside it. Words come before all of it. */
export function GoalParts({ open, goal, mayWrite, now }: GoalPartsProps) {
  const { live, view, plan } = open
  const viewer = useSelf().person.id
  const voices = useMemo(() => voicesOf(view.people), [view.people])
  if (!hasWords(goal.statement.text)) return null
  const at: GoalAtHand = { live, view, plan, goal, voices, viewer, mayWrite, now, headingLevel: 2 }
  return (
    <div className="pt-parts">
      <WhoseWords text={goal.statement} voices={voices} viewer={viewer} />
      <Steps at={at} />
      {(mayWrite || goal.scales.length > 0 || goal.ratings.length > 0) && <GoalProgress at={at} />}
      <GoalTalk at={at} />
    </div>
  )
}

function Steps({ at }: { readonly at: GoalAtHand }) {
  const t = usePortalMessages()
  const steps = presentSteps(at)
  const own = steps.filter(({ who }) => who.includes(at.viewer))
  const others = steps.filter((step) => !own.includes(step))
  const list = (shown: readonly Step[], heading: string) =>
    shown.length > 0 && (
      <>
        <PartHeading at={at}>{heading}</PartHeading>
        {at.mayWrite && shown.length > 1 ? (
          <SortableSteps at={at} steps={shown} label={heading} />
        ) : (
          <StepList at={at} steps={shown} among={steps} label={heading} />
        )}
      </>
    )
  return (
    <section className="pt-steps" aria-label={t('steps.all')}>
      {list(own, t('steps.yours'))}
      {list(others, t(own.length > 0 ? 'steps.others' : 'steps.all'))}
      {steps.length === 0 && <PartHeading at={at}>{t('steps.all')}</PartHeading>}
      {at.mayWrite && <StepAdder at={at} />}
      <StepsAside at={at} />
    </section>
  )
}
