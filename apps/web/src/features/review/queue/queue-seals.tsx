import type { QueueCase } from '@accord/domain/rest/supervision'
import { sealSentence } from '@accord/ui/agreement/agreement-party'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { Seal } from '@accord/ui/seal/seal'
import { agreementParties, sealHalves } from '../../../lib/agreement-parties.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** One small seal a goal, in the goals' own rank. */
export function QueueSeals({ queued: { goals, people } }: { readonly queued: QueueCase }) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  if (goals.length === 0) return <span>{t('queue.noGoals')}</span>
  return (
    <span className="web-seals">
      {goals.map(({ id, name, agreement }) => {
        const sentence = sealSentence(ui, format, agreementParties(agreement, people, null))
        const label = t('clients.seal', { name: name === '' ? ui('goal.unnamed') : name, sentence })
        return <Seal key={id} halves={sealHalves(agreement)} size={22} label={label} />
      })}
    </span>
  )
}
