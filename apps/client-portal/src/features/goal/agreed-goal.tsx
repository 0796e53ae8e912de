import type { Agreement } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import { AgreedWords } from '@accord/ui/agreement/agreed-words'
import { ringWords } from '@accord/ui/agreement/sheet-words'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { agreementParties } from './goal-standing.js'
import type { OpenPlan } from './open-plan.js'

interface AgreedGoalProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly agreement: Agreement
  readonly now: Date
}

/** The closed seal with everybody's full name, and the words it stands for. */
export function AgreedGoal({ open, goal, agreement, now }: AgreedGoalProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const { people } = open.view
  const names = agreement.halves.map(
    ({ person }) => people.find((one) => one.person === person)?.name ?? t('people.former'),
  )
  const agreedAt = agreement.kind === 'agreed' ? new Date(agreement.since) : null
  return (
    <AgreedWords
      parties={agreementParties(agreement, open.view, t('people.former'))}
      ring={ringWords(ui, format, { names, agreedAt, now })}
    >
      {goal.statement.text}
    </AgreedWords>
  )
}
