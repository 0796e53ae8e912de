import { useState } from 'react'
import type { SafetyAlert } from '@accord/domain/safety/alert'
import { Button } from '@accord/ui/controls/button'
import { LifebuoyIcon } from '@accord/ui/icons/lifebuoy-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../people.js'
import { useNow } from '../use-now.js'
import { useWebMessages } from '../use-web-messages.js'
import { AcknowledgeSafety } from './acknowledge-safety.js'
import { alertTitle, escalationWords } from './alert-words.js'

/** One answer that somebody has to see: what was said, who knows, and where it goes while nobody does. (SA1–SA4) */
export function SafetyAlertCard({ alert }: { readonly alert: SafetyAlert }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const [isOpen, setIsOpen] = useState(false)
  const { acknowledged: known, kind, at } = alert
  const title = alertTitle({ t }, alert)
  const goes = escalationWords({ t, format, now }, alert)
  return (
    <div className="web-safety-alert" data-kind={kind} data-known={known === null ? undefined : ''}>
      <LifebuoyIcon size={22} />
      <div className="web-safety-body">
        <p className="ac-strong">
          {known === null
            ? title
            : t('safety.alert.known', {
                what: title,
                name: givenName(known.name),
                when: format.moment(new Date(known.at), now),
              })}
        </p>
        {known === null ? (
          <>
            <p>
              {t('safety.alert.now', {
                kind: kind === 'answered' ? 'answered' : 'other',
                name: givenName(alert.clientName),
              })}
            </p>
            <p className="ac-muted ac-small">
              {t('safety.alert.at', { when: format.moment(new Date(at), now) })} {goes}
            </p>
          </>
        ) : (
          <p className="web-safety-words" dir="auto">
            {known.words}
          </p>
        )}
      </div>
      {known === null && (
        <Button kind="primary" onPress={() => setIsOpen(true)}>
          {t('safety.acknowledge')}
        </Button>
      )}
      {isOpen && <AcknowledgeSafety alert={alert} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
