import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { LONGEST_REASON } from '@accord/domain/note/release'
import type { NoteView } from '@accord/domain/rest/note'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { givenName, personOf } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { actOnNote, type NoteDeed } from './api/act-on-note.js'

interface CoSignFormProps {
  readonly view: NoteView
  /** Of the text above, as it was read. */
  readonly hash: string
  readonly onChanged: (view: NoteView) => void
}

/** Signs with the author, or gives it back with a reason. (NO11) */
export function CoSignForm({ view, hash, onChanged }: CoSignFormProps) {
  const t = useWebMessages()
  const [words, setWords] = useState('')
  const name = givenName(personOf(view.people, view.author)?.name ?? '')
  const answer = useMutation({
    mutationFn: (deed: NoteDeed) => actOnNote(view.note, deed),
    onSuccess: onChanged,
  })
  const said = words.trim()
  return (
    <section className="web-note-form" aria-labelledby="note-co-sign">
      <h2 className="ac-heading" id="note-co-sign">
        {t('note.coSign.title', { name })}
      </h2>
      <p className="ac-muted">{t('note.coSign.lead')}</p>
      <Button
        kind="primary"
        isPending={answer.isPending}
        onPress={() => answer.mutate({ act: 'co-sign', body: { hash } })}
      >
        {t('note.coSign')}
      </Button>
      <TextField
        label={t('note.return.why', { name })}
        lines={2}
        maxLength={LONGEST_REASON}
        value={words}
        onChange={(value) => setWords(cleanText(value))}
      />
      <Button
        isPending={answer.isPending}
        isDisabled={said === ''}
        onPress={() => answer.mutate({ act: 'return', body: { hash, words: said } })}
      >
        {t('note.return')}
      </Button>
      {answer.isError && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          {t('note.coSign.failed')}
        </p>
      )}
    </section>
  )
}
