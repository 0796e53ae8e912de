import type { NoteDesk } from '@accord/domain/rest/note'
import type { PersonName } from '@accord/domain/sync/wire'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

type Headed = Pick<NoteDesk, 'session' | 'discipline' | 'people'>

/** Which session, with whom, how long, and who was there: what the session itself knows. */
export function NoteHead({ of: { session, discipline, people } }: { readonly of: Headed }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const begun = new Date(session.startedAt ?? session.scheduledFor)
  const named = (id: string) => givenName(people.find(({ person }) => person === id)?.name ?? '')
  const facts = t('note.facts', {
    names: format.list(clientsOf(people).map(({ name }) => name)),
    discipline: t('discipline', { discipline }),
    time: format.time(begun),
    minutes: lasted(session),
    place: session.place,
  })
  const present = session.present.map(named)
  return (
    <header className="web-note-head">
      <h1 className="ac-title">{t('note.title', { number: session.number, day: format.day(begun, now) })}</h1>
      <p className="ac-muted ac-small">
        {facts}
        {present.length > 0 && ` · ${t('note.present', { names: format.list(present) })}`}
      </p>
    </header>
  )
}

/** Who will read it, said where it is written. (C8) */
export function NoteReaders({ of: { people } }: { readonly of: Pick<NoteDesk, 'people'> }) {
  const t = useWebMessages()
  const format = useFormat()
  const { person } = useSelf()
  const listed = (some: readonly PersonName[]) => format.list(some.map(({ name }) => givenName(name)))
  const names = listed(clientsOf(people))
  const staff = people.filter(
    (one) => one.person !== person.id && (one.relation === 'practitioner' || one.relation === 'supervisor'),
  )
  return (
    <p className="web-note-readers">
      <EyeIcon size={17} />
      <span>
        {staff.length === 0
          ? t('note.readers', { names })
          : t('note.readers.staff', { names, staff: listed(staff) })}
      </span>
    </p>
  )
}

/** In minutes. */
function lasted({ startedAt, endedAt, minutes }: NoteDesk['session']): number {
  return startedAt === null || endedAt === null ? minutes : Math.round((endedAt - startedAt) / 60_000)
}
