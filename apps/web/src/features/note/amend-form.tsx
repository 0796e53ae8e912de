import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { amendmentHash } from '@accord/domain/note/text'
import { LONGEST_AMENDMENT, type NoteView } from '@accord/domain/rest/note'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { WordingHints } from '@accord/ui/wording/lazy'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { actOnNote } from './api/act-on-note.js'

interface AmendFormProps {
  readonly view: NoteView
  readonly onChanged: (view: NoteView) => void
}

/** Adds to a signed note; the signed words stay as they are. (NO10) */
export function AmendForm({ view, onChanged }: AmendFormProps) {
  const t = useWebMessages()
  const [words, setWords] = useState('')
  const amend = useMutation({
    mutationFn: (said: string) => {
      const number = view.amendments.length + 1
      const hash = amendmentHash({ note: view.note, number }, said)
      return actOnNote(view.note, { act: 'amendments', body: { number, hash, words: said } })
    },
    onSuccess: (changed) => {
      setWords('')
      onChanged(changed)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (words.trim() !== '' && !amend.isPending) amend.mutate(words.trim())
  }
  return (
    <form className="web-note-form" onSubmit={submit}>
      <TextField
        label={t('note.amend')}
        description={t('note.amend.help')}
        lines={3}
        maxLength={LONGEST_AMENDMENT}
        value={words}
        onChange={(value) => setWords(cleanText(value).replaceAll('\u0085', '\n'))}
        error={amend.isError ? t('note.amend.failed') : undefined}
      />
      <WordingHints text={words} textId={`${view.note} amendment`} onText={setWords} />
      <Button type="submit" isPending={amend.isPending} isDisabled={words.trim() === ''}>
        {t('note.amend.add')}
      </Button>
    </form>
  )
}
