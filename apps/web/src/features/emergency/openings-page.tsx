import { ConsolePage } from '@accord/ui/shell/console-shell'
import { EMERGENCY_ADDRESS } from '../../lib/emergency/emergency.js'
import { EmergencyList } from '../../lib/emergency/emergency-list.js'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice, voiceOf } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { ReviewForm } from './review-form.js'

/** What was opened in an emergency, for those whom it concerns, and its review. (EM9, EM12) */
export function OpeningsPage() {
  const t = useWebMessages()
  usePageTitle(t('emergency.list'))
  useVoice(voiceOf(useSelf()))
  return (
    <Frame
      crumbs={[{ label: t('emergency.crumb'), href: EMERGENCY_ADDRESS }, { label: t('emergency.list') }]}
    >
      <ConsolePage title={t('emergency.list')} lead={t('emergency.list.lead')}>
        <EmergencyList act={(line) => line.mayReview && <ReviewForm line={line} />} />
      </ConsolePage>
    </Frame>
  )
}
