import { ConsolePage } from '@accord/ui/shell/console-shell'
import { AlarmList } from '../../lib/alarms/alarm-list.js'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice, voiceOf } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Records of one's cases that do not hold. (HI22) */
export function AlarmsPage() {
  const t = useWebMessages()
  const self = useSelf()
  usePageTitle(t('alarm.page'))
  useVoice(voiceOf(self))
  return (
    <Frame crumbs={[{ label: self.clinic.name }, { label: t('alarm.page') }]}>
      <ConsolePage title={t('alarm.page')} lead={t('alarm.lead')}>
        <AlarmList />
      </ConsolePage>
    </Frame>
  )
}
