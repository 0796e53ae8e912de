import { useQuery } from '@tanstack/react-query'
import type { GoalSummary } from '@accord/domain/rest/case'
import type { SessionCard } from '@accord/domain/rest/session'
import { sealSentence } from '@accord/ui/agreement/agreement-party'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { Seal } from '@accord/ui/seal/seal'
import { agreementParties, sealHalves } from '../../lib/agreement-parties.js'
import { casesQuery } from '../../lib/cases.js'
import { useSelf } from '../../lib/self-context.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** What is written together, and who stands behind it. */
export function PrepareGoals({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const { data } = useQuery(casesQuery)
  const goals = data?.cases
    .find(({ caseId }) => caseId === card.caseId)
    ?.goals.filter(({ lifecycle }) => lifecycle !== 'on-hold')
  return (
    <section aria-labelledby="prepare-goals">
      <h2 className="ac-heading" id="prepare-goals">
        {t('prepare.goals')}
      </h2>
      {goals === undefined && <p className="ac-muted">{t('session.opening')}</p>}
      {goals?.length === 0 && <p className="ac-muted">{t('prepare.goals.none')}</p>}
      {goals?.map((goal) => (
        <PreparedGoal key={goal.id} goal={goal} card={card} />
      ))}
    </section>
  )
}

function PreparedGoal({ goal, card }: { readonly goal: GoalSummary; readonly card: SessionCard }) {
  const ui = useUiMessages()
  const format = useFormat()
  const { person } = useSelf()
  const sentence = sealSentence(ui, format, agreementParties(goal.agreement, card.people, person.id))
  return (
    <div className="web-prepare-goal">
      <Seal halves={sealHalves(goal.agreement)} size={40} />
      <div className="ac-grow">
        <p dir="auto">
          <Link href={`/clients/${card.caseId}/goals#${goal.id}`}>
            {goal.statement.text.trim() || goal.name || ui('goal.unnamed')}
          </Link>
        </p>
        <p className="ac-muted ac-small">{sentence}</p>
      </div>
    </div>
  )
}
