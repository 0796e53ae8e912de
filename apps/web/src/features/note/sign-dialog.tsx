import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '@accord/domain/ids'
import { isLate } from '@accord/domain/note/state'
import { noteHash } from '@accord/domain/note/text'
import type { NoteDesk, NoteDraft, NoteView } from '@accord/domain/rest/note'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { Dialog } from '@accord/ui/controls/dialog'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { NotePaper } from '@accord/ui/note/note-paper'
import type { NoteWords } from '@accord/ui/note/note-words'
import { clientsOf, givenName, personOf } from '../../lib/people.js'
import { refusalCode } from '../../lib/request-failure.js'
import { noteSessions } from '../../lib/sessions.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { actOnNote } from './api/act-on-note.js'
import { choiceOf, ReleaseChoices, SHOW_AT_ONCE } from './release-choice.js'

interface SignDialogProps {
  readonly desk: NoteDesk
  readonly draft: NoteDraft
  readonly coSigner: string | null
  readonly say: NoteWords
  readonly onClose: () => void
  readonly onSigned: (view: NoteView) => void
}

const NOBODY = 'nobody'

/** What is signed, whole, with its fingerprint; then the signature. (NO8) */
export function SignDialog({ desk, draft, coSigner, say, onClose, onSigned }: SignDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(coSigner ?? NOBODY)
  const [wish, setWish] = useState(SHOW_AT_ONCE)
  const { session, people, own, at } = desk
  const version = (own?.signed.length ?? 0) + 1
  const hash = noteHash({ note: draft.note, session: session.session, version }, draft.content)
  const release = choiceOf(wish)
  const sign = useMutation({
    mutationFn: (choice: NonNullable<typeof release>) =>
      actOnNote(draft.note, {
        act: 'sign',
        body: {
          ...{ draft: draft.version, hash, release: choice },
          coSigner: asked === NOBODY ? null : (asked as PersonId),
        },
      }),
    onSuccess: (view) => {
      noteSessions(queries)
      onSigned(view)
    },
  })
  const names = format.list(clientsOf(people).map(({ name }) => givenName(name)))
  const late = isLate({ endedAt: session.endedAt ?? session.scheduledFor, signedAt: at })
  const code = refusalCode(sign.error)
  return (
    <Dialog
      title={t('note.signing.title')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            isPending={sign.isPending}
            isDisabled={release === null}
            onPress={() => release && sign.mutate(release)}
          >
            {t(asked === NOBODY ? 'note.sign' : 'note.signing.ask')}
          </Button>
          <Button onPress={onClose}>{t('note.signing.back')}</Button>
        </>
      }
    >
      <div className="web-note-signing">
        <div className="web-note-signed-text" role="group" aria-label={t('note.signing.text')} tabIndex={0}>
          <NotePaper content={draft.content} say={say} />
        </div>
        <p className="ac-muted ac-small web-note-hash">{ui('note.fingerprint', { hash })}</p>
        {late && <p className="web-note-late">{ui('note.lateEntry')}</p>}
        <ReleaseChoices wish={wish} names={names} hasGuardian={desk.hasGuardian} onChange={setWish} />
        {desk.coSigners.length > 0 && (
          <ChoiceField
            label={t('note.signing.coSigner')}
            choices={[
              { id: NOBODY, label: t('note.signing.nobody') },
              ...desk.coSigners.map((id) => ({ id: id, label: personOf(people, id)?.name ?? '' })),
            ]}
            chosen={asked}
            onChoose={setAsked}
          />
        )}
        <p className="ac-muted ac-small">{t('note.signing.for-good')}</p>
        {sign.isError && (
          <p className="ac-field-error" role="alert">
            <ErrorIcon size={16} />
            {t(code === 'words-changed' ? 'note.signing.changed' : 'note.signing.failed')}
          </p>
        )}
      </div>
    </Dialog>
  )
}
