import { agreementOf } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import { hasWords } from '@accord/domain/goal/wording'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { GoalCard } from '@accord/ui/goal/goal-card'
import { WhyItMatters } from '@accord/ui/goal/why-it-matters'
import { WhoseGoalNote } from '@accord/ui/whose-goal/whose-goal-note'
import { useFormat } from '@accord/ui/messages/use-format'
import { AddedMark } from '../../../lib/added/added-mark.js'
import { agreementParties } from '../../../lib/agreement-parties.js'
import { clientsOf, givenName, personOf } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName, isVisitedGoal } from '../room/whereabouts.js'
import { Assumption } from '../private/assumption.js'
import { useDesk } from './desk-context.js'
import { GoalAgreement } from './goal-agreement.js'
import { GoalChoices } from './goal-choices.js'
import { goalMoment } from './goal-moment.js'
import { GoalParts } from './goal-parts.js'
import { GoalTitle } from './goal-title.js'
import { useGoalFamily } from './use-goal-family.js'
import { GoalWords } from './goal-words.js'

/** One goal of the plan, live. */
export function PlanGoal({ goal }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const format = useFormat()
  const { plan, view, people, viewer, mayWrite, now } = useRoom()
  const { opened } = useDesk()
  const family = useGoalFamily(goal)
  const agreement = agreementOf(goal, plan.parties)
  const parties = agreementParties(agreement, people, viewer)
  const typist = view.typing.find((one) => one.goal === goal.id && one.person !== viewer)
  const typing = typist && personOf(people, typist.person)
  const isActive = opened?.goal === goal.id || isVisitedGoal(view, goal.id)
  return (
    <GoalCard
      name={goal.name.text}
      nameSlot={<GoalTitle goal={goal} />}
      standing={agreement.kind}
      parties={parties}
      when={goalMoment(t, format, now, { goal, agreement })}
      typing={typing && { name: givenName(typing.name), relation: typing.relation }}
      isActive={isActive}
      menu={mayWrite && <GoalChoices goal={goal} />}
      below={
        <>
          <Why goal={goal} />
          <WhoseGoalNote family={family} />
          <GoalAgreement goal={goal} agreement={agreement} parties={parties} />
          <AddedToGoal goal={goal} />
          <GoalParts goal={goal} isSettled={agreement.kind === 'agreed' && !isActive} />
          {view.me?.relation === 'practitioner' && <Assumption goal={goal} />}
        </>
      }
    >
      <GoalWords goal={goal} />
    </GoalCard>
  )
}

/** What the client says of the words that everybody stood behind last, the steps' among them. (AD9) */
function AddedToGoal({ goal: { id, agreed, steps } }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const { caseId, live, plan } = useRoom()
  const entries = [agreed, ...steps.map((step) => step.agreed)].map((words) => words?.seq)
  return (
    <AddedMark
      caseId={caseId}
      title={goalName(t, plan, id)}
      where="agreed"
      isHere={({ kind, item, entry }) => kind === 'moment' && item === live.log && entries.includes(entry)}
    />
  )
}

/** The client's reason in the client's words; they alone write it. (AC4) */
function Why({ goal }: { readonly goal: Goal }) {
  const format = useFormat()
  const { people } = useRoom()
  if (!hasWords(goal.why.text)) return null
  const author = goal.why.runs[0]?.[0]
  const writer = author && personOf(people, author)?.name
  const name = writer ?? format.list(clientsOf(people).map((client) => client.name))
  return (
    <WhyItMatters name={givenName(name)}>
      <AttributedText text={goal.why.text} runs={goal.why.runs} voices={{}} plain />
    </WhyItMatters>
  )
}
