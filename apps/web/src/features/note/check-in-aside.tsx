import { useQuery } from '@tanstack/react-query'
import { ASPECTS } from '@accord/domain/alliance/check-in'
import type { AllianceOfClient } from '@accord/domain/rest/alliance'
import type { NoteSession } from '@accord/domain/rest/note'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { checkInsQuery } from './api/check-ins.js'

/** What each client said after the session, as far as they chose to show it. (CI3) */
export function CheckInAside({ session }: { readonly session: NoteSession }) {
  const t = useWebMessages()
  const { data, error } = useQuery(checkInsQuery(session.caseId))
  return (
    <section aria-labelledby="note-check-in">
      <h2 className="ac-subheading" id="note-check-in">
        {t('note.checkIn')}
      </h2>
      {data === undefined && (
        <p className="ac-muted ac-small">{t(error === null ? 'note.opening' : 'note.checkIn.failed')}</p>
      )}
      {data?.clients.map((one) => (
        <OfClient key={one.client} of={one} session={session.session} />
      ))}
    </section>
  )
}

function OfClient({ of, session }: { readonly of: AllianceOfClient; readonly session: string }) {
  const t = useWebMessages()
  const format = useFormat()
  const name = givenName(of.name)
  const said = of.sessions.find((one) => one.session === session)
  if (said?.standing !== 'answered' || said.mean === null) {
    const standing = said?.standing === 'kept' || said?.standing === 'not-today' ? said.standing : 'none'
    return <p className="ac-muted ac-small">{t(`note.checkIn.${standing}`, { name })}</p>
  }
  const shown = (value: number) => format.number(Math.round(value * 10) / 10)
  return (
    <div className="web-note-said">
      <p>
        <b>{name}</b> <span className="web-note-mean">{shown(said.mean)}</span>
      </p>
      <ul>
        {ASPECTS.map((aspect) => {
          const value = said.ratings[aspect]
          return (
            <li key={aspect}>
              <span>{t(`alliance.${aspect}`)}</span>
              <i aria-hidden="true">
                <i style={{ inlineSize: `${(value ?? 0) * 10}%` }} />
              </i>
              <span>{value === null ? '–' : shown(value)}</span>
            </li>
          )
        })}
      </ul>
      {said.words !== null && (
        <blockquote dir="auto" className="ac-said-by" data-relation="client">
          {said.words}
        </blockquote>
      )}
    </div>
  )
}
