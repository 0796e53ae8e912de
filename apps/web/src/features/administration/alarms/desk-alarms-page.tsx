import { AlarmList } from '../../../lib/alarms/alarm-list.js'
import { EmergencyList } from '../../../lib/emergency/emergency-list.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { DeskFrame } from '../desk-frame.js'

/** Records of the clinic that do not hold: entries by their number, never what they say. (HI22, AC3) */
export function DeskAlarmsPage() {
  const t = useWebMessages()
  return (
    <DeskFrame tab="alarms" title={t('alarm.page')}>
      <div className="ac-page">
        <h1 className="ac-heading">{t('alarm.page')}</h1>
        <p className="ac-muted web-desk-lead">{t('alarm.lead')}</p>
        <AlarmList />
        <h2 className="ac-heading web-desk-openings">{t('emergency.list')}</h2>
        <p className="ac-muted web-desk-lead">{t('emergency.desk.lead')}</p>
        <EmergencyList />
      </div>
    </DeskFrame>
  )
}
