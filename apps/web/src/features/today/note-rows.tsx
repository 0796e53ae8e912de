import { useQuery } from '@tanstack/react-query'
import type { NoteToDo } from '@accord/domain/rest/note'
import { Chip } from '@accord/ui/controls/chip'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../lib/people.js'
import { notesToDoQuery } from '../../lib/notes-to-do.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const SHOWN = 6

/** Notes that wait, the oldest first; each leads to where it is written, or co-signed. (NO12) */
export function NoteRows() {
  const t = useWebMessages()
  const { data, isError } = useQuery(notesToDoQuery)
  const waiting = data?.notes ?? []
  if (isError) return <p className="ac-muted ac-small">{t('today.notes.failed')}</p>
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="day-notes" className="web-day-sessions">
      <div className="web-day-head">
        <h2 className="ac-heading" id="day-notes">
          {t('today.notes')}
        </h2>
        {waiting.length > SHOWN && (
          <span className="ac-muted ac-small">
            {t('today.notes.more', { count: waiting.length - SHOWN })}
          </span>
        )}
      </div>
      <ul className="web-sessions">
        {waiting.slice(0, SHOWN).map((one) => (
          <NoteRow key={`${one.session}${one.kind}`} of={one} />
        ))}
      </ul>
    </section>
  )
}

function NoteRow({ of }: { readonly of: NoteToDo }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { kind, note, session, number, clients, author, since, late } = of
  const names = format.list(clients)
  const act = t(`today.note.${kind}`)
  return (
    <li className="web-session-row">
      <div className="ac-grow">
        <p className="ac-strong">{t('today.note', { names, number })}</p>
        <p className="ac-muted ac-small">
          {t(`today.note.since.${kind}`, {
            when: format.relativeDay(new Date(since), now),
            name: givenName(author),
          })}
        </p>
      </div>
      {late && <Chip tone="attention">{t('note.late')}</Chip>}
      <ButtonLink
        size="small"
        href={kind === 'co-sign' ? `/notes/${note}` : `/sessions/${session}/note`}
        aria-label={t('today.act.of', { act, name: names, reason: t('notes.session.short', { number }) })}
      >
        {act}
      </ButtonLink>
    </li>
  )
}
