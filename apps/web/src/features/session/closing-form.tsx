import { type SubmitEvent, useState } from 'react'
import { LONGEST_CLOSING } from '@accord/domain/rest/session'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { WordingHints } from '@accord/ui/wording/lazy'
import { useSessionAct, type TimedBoard } from '../../lib/sessions.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface ClosingFormProps {
  readonly board: TimedBoard
  readonly names: string
}

/** One more sentence, if something was left unsaid; both see it, and every version is kept. (SE12) */
export function ClosingForm({ board: { card, closing }, names }: ClosingFormProps) {
  const t = useWebMessages()
  const act = useSessionAct(card.session)
  const [words, setWords] = useState<string | null>(null)
  const shown = words ?? closing?.words ?? ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (words === null || act.isPending) return
    const body = { after: closing?.version ?? 0, words: words.trim() }
    act.mutate({ path: 'closing', body }, { onSuccess: () => setWords(null) })
  }
  return (
    <form className="web-session-form web-left-line" onSubmit={submit}>
      <TextField
        label={t('left.closing')}
        description={t('left.closing.readers', { names })}
        lines={2}
        value={shown}
        onChange={setWords}
        maxLength={LONGEST_CLOSING}
      />
      {words !== null && <WordingHints text={words} textId={`${card.session} closing`} onText={setWords} />}
      <Button type="submit" isPending={act.isPending} isDisabled={words === null}>
        {t(closing === null ? 'left.closing.add' : 'left.closing.change')}
      </Button>
    </form>
  )
}
