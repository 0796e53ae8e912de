import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReleaseChoice } from '@accord/domain/note/release'
import type { NoteView } from '@accord/domain/rest/note'
import { Button } from '@accord/ui/controls/button'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { actOnNote } from './api/act-on-note.js'
import { choiceOf, ReleaseChoices, SHOW_AT_ONCE } from './release-choice.js'

interface ReleaseAsideProps {
  readonly view: NoteView
  readonly onChanged: (view: NoteView) => void
}

/** When its client reads it, as it was decided last; its author may decide anew. (NO13) */
export function ReleaseAside({ view, onChanged }: ReleaseAsideProps) {
  const t = useWebMessages()
  const format = useFormat()
  const [isOpen, setIsOpen] = useState(false)
  const names = format.list(clientsOf(view.people).map(({ name }) => givenName(name)))
  return (
    <section aria-labelledby="note-release">
      <h2 className="ac-subheading" id="note-release">
        {t('note.release', { names })}
      </h2>
      {view.release && <Decided choice={view.release.choice} view={view} names={names} />}
      {view.may.release && !isOpen && (
        <Button size="small" onPress={() => setIsOpen(true)}>
          {t('note.release.change')}
        </Button>
      )}
      {isOpen && (
        <Decide
          view={view}
          names={names}
          onDone={(changed) => {
            setIsOpen(false)
            onChanged(changed)
          }}
        />
      )}
    </section>
  )
}

function Decided({
  choice,
  view,
  names,
}: {
  readonly choice: ReleaseChoice
  readonly view: NoteView
  readonly names: string
}) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const isWaiting = view.state === 'awaiting' || view.state === 'returned'
  const day = choice.kind === 'delayed' ? format.day(new Date(choice.until), now) : ''
  return (
    <>
      <p className="web-note-lock">
        <EyeIcon size={16} />
        <span>
          {isWaiting ? t('note.shown.waiting', { names }) : t(`note.shown.${choice.kind}`, { names, day })}
        </span>
      </p>
      {choice.kind !== 'released' && <p className="ac-muted ac-small">{t(`note.reason.${choice.reason}`)}</p>}
      {choice.kind !== 'released' && choice.words !== '' && <p dir="auto">{choice.words}</p>}
    </>
  )
}

interface DecideProps {
  readonly view: NoteView
  readonly names: string
  readonly onDone: (view: NoteView) => void
}

function Decide({ view, names, onDone }: DecideProps) {
  const t = useWebMessages()
  const [wish, setWish] = useState(SHOW_AT_ONCE)
  const choice = choiceOf(wish)
  const decide = useMutation({
    mutationFn: (body: ReleaseChoice) => actOnNote(view.note, { act: 'release', body }),
    onSuccess: onDone,
  })
  return (
    <div className="web-note-form">
      <ReleaseChoices
        wish={wish}
        names={names}
        hasGuardian={view.people.some(({ relation }) => relation === 'guardian')}
        onChange={setWish}
      />
      <Button
        kind="primary"
        size="small"
        isPending={decide.isPending}
        isDisabled={choice === null}
        onPress={() => choice && decide.mutate(choice)}
      >
        {t('note.release.decide')}
      </Button>
      {decide.isError && (
        <p className="ac-field-error" role="alert">
          {t('note.release.failed')}
        </p>
      )}
    </div>
  )
}
