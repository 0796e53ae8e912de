import { carriedForward } from '@accord/domain/note/content'
import type { NoteDesk } from '@accord/domain/rest/note'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { NotePaper } from '@accord/ui/note/note-paper'
import type { NoteWords } from '@accord/ui/note/note-words'
import { ProcessNote } from '../../lib/process-note.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { CheckInAside } from './check-in-aside.js'
import { QuotedChanges } from './quoted-changes.js'
import { RequiredElements } from './required-elements.js'
import type { Draft } from './use-draft.js'

interface NoteSideProps {
  readonly desk: NoteDesk
  readonly draft: Draft
  readonly say: NoteWords
}

/** What goes with the words: what changed, what the client said, what was written last time, what is asked for. */
export function NoteSide({ desk, draft, say }: NoteSideProps) {
  const t = useWebMessages()
  const { content, change } = draft
  return (
    <>
      <QuotedChanges
        quotable={desk.quotable}
        content={content}
        say={say}
        number={desk.session.number}
        onChange={change}
      />
      <CheckInAside session={desk.session} />
      <LastNote desk={desk} draft={draft} say={say} />
      <RequiredElements discipline={desk.discipline} content={content} />
      <section>
        <p className="web-note-lock ac-muted ac-small">
          <LockIcon size={15} />
          {t('note.lock')}
        </p>
      </section>
      <ProcessNote session={desk.session.session} people={desk.people} />
    </>
  )
}

/** What the same author wrote last, to read and to carry forward. (NO7) */
function LastNote({ desk: { last }, draft, say }: NoteSideProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  if (last === null) return null
  return (
    <section aria-labelledby="note-last">
      <h2 className="ac-subheading" id="note-last">
        {t('note.last', { number: last.number, day: format.day(new Date(last.at), now) })}
      </h2>
      <details className="web-note-last">
        <summary>{t('note.last.read')}</summary>
        <NotePaper content={last.content} say={say} />
      </details>
      <Button size="small" onPress={() => draft.change(carriedForward(draft.content, last.content))}>
        {t('note.last.carry')}
      </Button>
    </section>
  )
}
