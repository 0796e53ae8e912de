import type { NoteView } from '@accord/domain/rest/note'
import { givenName, personOf } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Why a supervisor gave a note back; said over what is written anew. (NO11) */
export function Returned({ of: { state, coSignings, people } }: { readonly of: NoteView }) {
  const t = useWebMessages()
  const last = coSignings.at(-1)
  if (state !== 'returned' || last?.returned == null) return null
  return (
    <div className="web-note-returned">
      <p className="ac-strong">
        {t('note.returned', { name: givenName(personOf(people, last.by)?.name ?? '') })}
      </p>
      <p dir="auto">{last.returned}</p>
      <p className="ac-muted ac-small">{t('note.returned.kept')}</p>
    </div>
  )
}
