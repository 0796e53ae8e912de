import { type SubmitEvent, useState } from 'react'
import { LONGEST_SUBJECT } from '@accord/domain/session/agenda'
import { Button } from '../controls/button.js'
import { TextField } from '../controls/text-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { WordingHints } from '../wording/lazy.js'

interface AgendaAdderProps {
  readonly label: string
  /** Who will read it. */
  readonly readers: string
  /** Whose agenda it is for, in ids: hints on wording that were left alone stay so there. (WC7) */
  readonly textId: string
  /** Resolves when it is kept; what was written stays in the field otherwise. */
  readonly onBring: (words: string) => Promise<unknown>
}

/** One line to bring to a session. */
export function AgendaAdder({ label, readers, textId, onBring }: AgendaAdderProps) {
  const t = useUiMessages()
  const [words, setWords] = useState('')
  const [isPending, setPending] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const bring = async () => {
    setPending(true)
    try {
      await onBring(words.trim())
      setWords('')
      setFailed(false)
    } catch {
      setFailed(true)
    } finally {
      setPending(false)
    }
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (words.trim() !== '' && !isPending) void bring()
  }
  return (
    <form className="ac-agenda-adder" onSubmit={submit}>
      <TextField
        label={label}
        description={readers}
        value={words}
        onChange={setWords}
        maxLength={LONGEST_SUBJECT}
        error={hasFailed ? t('inSession.agenda.failed') : undefined}
      />
      <WordingHints text={words} textId={textId} onText={setWords} />
      <Button type="submit" isPending={isPending} isDisabled={words.trim() === ''}>
        {t('inSession.agenda.add')}
      </Button>
    </form>
  )
}
