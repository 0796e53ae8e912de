import { useState } from 'react'
import type { HistoryAlarm } from '@accord/domain/rest/alarms'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { ShieldAlertIcon } from '@accord/ui/icons/shield-alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useNow } from '../use-now.js'
import { useSelf } from '../self-context.js'
import { useWebMessages } from '../use-web-messages.js'
import { AcknowledgeDialog } from './acknowledge-dialog.js'
import { foundWords, reasonWords, standsWords } from './alarm-words.js'

/** One record that does not hold: what, what still stands, who found it, who was told, who knows. (HI20–HI23) */
export function AlarmCard({ alarm }: { readonly alarm: HistoryAlarm }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { person } = useSelf()
  const [isOpen, setIsOpen] = useState(false)
  const words = { t, format, now }
  const names = format.list(alarm.clients)
  const part = alarm.told.find((one) => one.person === person.id)?.as ?? null
  const isRead = part === 'supervisor' || part === 'practitioner'
  return (
    <li className="web-alarm">
      <ShieldAlertIcon size={24} />
      <div className="web-alarm-body">
        <h2 className="ac-subheading">{t(`alarm.title.${alarm.audience}`, { names })}</h2>
        <p className="web-alarm-what">{reasonWords(words, alarm)}</p>
        <p>{standsWords(words, alarm)}</p>
        <p className="ac-muted ac-small">{foundWords(words, alarm)}</p>
        <Told alarm={alarm} />
        <Acknowledged alarm={alarm} />
        {(alarm.isTheirs || isRead) && (
          <div className="web-alarm-acts">
            {alarm.isTheirs && (
              <Button
                kind="primary"
                size="small"
                aria-label={t('alarm.acknowledge.of', { names })}
                onPress={() => setIsOpen(true)}
              >
                {t('alarm.acknowledge')}
              </Button>
            )}
            {isRead && alarm.audience !== 'review' && (
              <ButtonLink size="small" href={recordOf(alarm)} aria-label={t('alarm.open.of', { names })}>
                {t('alarm.open')}
              </ButtonLink>
            )}
          </div>
        )}
      </div>
      {isOpen && <AcknowledgeDialog alarm={alarm} names={names} onClose={() => setIsOpen(false)} />}
    </li>
  )
}

/** The record itself, as far as it can be shown. */
function recordOf({ caseId, audience }: HistoryAlarm): string {
  return audience === 'confidential' ? `/clients/${caseId}/between/history` : `/reviews/${caseId}`
}

/** Whom it was shown to and when, and who is still to see it. (HI21) */
function Told({ alarm: { told } }: { readonly alarm: HistoryAlarm }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const waiting = told.filter(({ at }) => at === null).map(({ name }) => name)
  return (
    <dl className="web-alarm-told ac-small">
      <dt>{t('alarm.told')}</dt>
      {told.map(({ person, name, as, at }) =>
        at === null ? null : (
          <dd key={person}>
            {t('alarm.told.one', { name, as: as ?? 'other', when: format.moment(new Date(at), now) })}
          </dd>
        ),
      )}
      {waiting.length > 0 && (
        <dd className="ac-muted">{t('alarm.told.waiting', { names: format.list(waiting) })}</dd>
      )}
    </dl>
  )
}

/** Who said that they know, with what they noted. (HI23) */
function Acknowledged({ alarm: { acknowledged } }: { readonly alarm: HistoryAlarm }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  if (acknowledged.length === 0) return <p className="web-alarm-open ac-small">{t('alarm.unknown')}</p>
  return (
    <ul className="web-alarm-known ac-small">
      {acknowledged.map(({ person, name, at, note }) => (
        <li key={person}>
          {t('alarm.known', { name, when: format.moment(new Date(at), now) })}
          {note !== '' && (
            <span className="web-alarm-note" dir="auto">
              {note}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
