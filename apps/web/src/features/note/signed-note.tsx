import type { NoteView } from '@accord/domain/rest/note'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { NotePaper } from '@accord/ui/note/note-paper'
import { useNoteWords } from '@accord/ui/note/note-words'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { personOf } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { AmendForm } from './amend-form.js'
import { CheckInAside } from './check-in-aside.js'
import { CoSignForm } from './co-sign-form.js'
import { NoteHead } from './note-head.js'
import { PrintNote } from './print-note.js'
import { ReleaseAside } from './release-aside.js'

interface SignedNoteProps {
  readonly view: NoteView
  readonly onChanged: (view: NoteView) => void
}

/** A signed note, with what was added below it. */
export function SignedNote({ view, onChanged }: SignedNoteProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const now = useNow()
  const say = useNoteWords(view.people)
  const signed = view.signed.at(-1)
  if (!signed) return null
  const when = (at: number) => format.moment(new Date(at), now)
  const named = (id: NoteView['author']) => personOf(view.people, id)?.name ?? ''
  const coSigned = view.coSignings.find(
    ({ version, returned }) => version === signed.version && returned === null,
  )
  const side = (
    <>
      <ReleaseAside view={view} onChanged={onChanged} />
      <CheckInAside session={view.session} />
      <PrintNote note={view.note} />
    </>
  )
  return (
    <ConsoleColumns sideLabel={t('note.side')} side={side}>
      <article className="web-note-sheet">
        <NoteHead of={view} />
        <p className="web-note-standing">
          <Chip tone={view.state === 'awaiting' || view.state === 'returned' ? 'attention' : 'quiet'}>
            {t(`note.state.${view.state}`)}
          </Chip>
          {signed.late && <Chip tone="attention">{t('note.late')}</Chip>}
          <span className="ac-muted ac-small">{say.form(signed.content.form)}</span>
        </p>
        <NotePaper content={signed.content} say={say} />
        <footer className="web-note-signatures">
          <p>{ui('note.signedBy', { name: named(view.author), when: when(signed.at) })}</p>
          {coSigned && <p>{ui('note.coSignedBy', { name: named(coSigned.by), when: when(coSigned.at) })}</p>}
          <p className="ac-muted ac-small web-note-hash">{ui('note.fingerprint', { hash: signed.hash })}</p>
        </footer>
        {view.amendments.map((one) => (
          <section key={one.number} className="web-note-amendment">
            <h2 className="ac-subheading">
              {ui('note.amended', { name: named(one.by), when: when(one.at) })}
            </h2>
            <p className="ac-note-words" dir="auto">
              {one.words}
            </p>
          </section>
        ))}
        {view.replies.map((one) => (
          <section key={one.number} className="web-note-amendment">
            <h2 className="ac-subheading">
              {ui('note.replied', { name: named(one.by), when: when(one.at) })}
            </h2>
            <p className="ac-note-words" dir="auto">
              {one.words}
            </p>
          </section>
        ))}
        {view.may.coSign && <CoSignForm view={view} hash={signed.hash} onChanged={onChanged} />}
        {view.may.amend && <AmendForm view={view} onChanged={onChanged} />}
        <Earlier view={view} />
      </article>
    </ConsoleColumns>
  )
}

/** Versions that were signed and returned: kept as they were. (NO9) */
function Earlier({ view }: { readonly view: NoteView }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const say = useNoteWords(view.people)
  const earlier = view.signed.slice(0, -1)
  return earlier.map(({ version, at, content }) => (
    <details key={version} className="web-note-last">
      <summary>{t('note.earlier', { version, when: format.moment(new Date(at), now) })}</summary>
      <p dir="auto">{view.coSignings.find((one) => one.version === version)?.returned}</p>
      <NotePaper content={content} say={say} />
    </details>
  ))
}
