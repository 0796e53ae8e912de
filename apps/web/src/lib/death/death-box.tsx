import './death.css'
import { useState, type ReactNode } from 'react'
import type { Client, ClientDeath } from '@accord/domain/rest/people'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../people.js'
import { useNow } from '../use-now.js'
import { useWebMessages } from '../use-web-messages.js'
import { DeathDialog, type DeathDeed } from './death-dialog.js'
import { DeathLine } from './death-line.js'

/** Whether a client died, on which day, who noted it, and how it is noted or corrected. (CL23, CL24) */
export function DeathBox({ client }: { readonly client: Client }) {
  const t = useWebMessages()
  const [deed, setDeed] = useState<DeathDeed | null>(null)
  const { death } = client
  const name = givenName(client.name)
  return (
    <div className="web-death">
      {death.day === null ? (
        <p className="ac-muted ac-small">{t('death.none', { name })}</p>
      ) : (
        <>
          <DeathLine client={client} />
          <p className="ac-small">{t('death.ended', { name })}</p>
        </>
      )}
      <Noted death={death} />
      {death.day === null ? (
        <Button onPress={() => setDeed('note')}>{t('death.note', { name })}</Button>
      ) : (
        <div className="web-death-acts">
          <Button onPress={() => setDeed('correct')}>{t('death.correct')}</Button>
          <Button kind="quiet" onPress={() => setDeed('takeBack')}>
            {t('death.mistake', { name })}
          </Button>
        </div>
      )}
      {deed !== null && <DeathDialog client={client} deed={deed} onClose={() => setDeed(null)} />}
    </div>
  )
}

/** Where nothing was ever noted: one quiet way to do it. (CL23) */
export function NoteDeath({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  const [isAsked, setAsked] = useState(false)
  return (
    <div className="web-death">
      <Button kind="quiet" size="small" onPress={() => setAsked(true)}>
        {children}
      </Button>
      {isAsked && <DeathDialog client={client} deed="note" onClose={() => setAsked(false)} />}
    </div>
  )
}

/** Who noted it last, when, and why it was corrected. */
function Noted({ death: { day, reason, by, at } }: { readonly death: ClientDeath }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  if (at === null) return null
  const said = { by: by ?? '', when: format.moment(new Date(at), now) }
  return (
    <p className="ac-muted ac-small" dir="auto">
      {reason === null
        ? t('death.by', said)
        : t(day === null ? 'death.takenBack' : 'death.reason', { ...said, reason })}
    </p>
  )
}
