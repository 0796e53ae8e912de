import type { CaseSummary, GoalSummary } from '@accord/domain/rest/case'
import { sealSentence } from '@accord/ui/agreement/agreement-party'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { Seal } from '@accord/ui/seal/seal'
import { agreementParties, sealHalves } from '../../lib/agreement-parties.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { presentGoals } from './latest-goal.js'

/** One small seal a goal, in the goals' own rank: agreed, changed since, or open. */
export function GoalSeals({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const goals = presentGoals(summary)
  const setAside = summary.goals.length - goals.length
  // No goals told is not no goals. (FT12)
  if (summary.unreadable) return <span className="web-held-word">{t('clients.held')}</span>
  if (goals.length === 0) {
    return (
      <span className="ac-muted">
        {setAside === 0 ? t('clients.noGoals') : t('clients.allSetAside', { count: setAside })}
      </span>
    )
  }
  return (
    <span className="web-seals">
      {goals.map((goal) => (
        <GoalSeal key={goal.id} goal={goal} summary={summary} />
      ))}
    </span>
  )
}

function GoalSeal({ goal, summary }: { readonly goal: GoalSummary; readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const sentence = sealSentence(ui, format, agreementParties(goal.agreement, summary.people, null))
  const name = goal.name === '' ? ui('goal.unnamed') : goal.name
  return <Seal halves={sealHalves(goal.agreement)} size={22} label={t('clients.seal', { name, sentence })} />
}
