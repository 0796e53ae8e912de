import { useState } from 'react'
import { LONGEST_ASKING } from '@accord/domain/rest/looks'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '../controls/button.js'
import { TextField } from '../controls/text-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface SayAboutLookProps {
  readonly label: string
  /** Who will read it. */
  readonly readers: string
  readonly send: string
  readonly isSending: boolean
  /** What kept the last try from arriving; the words stay. */
  readonly trouble: 'failed' | 'already' | null
  readonly onSend: (text: string) => void
}

/** A few words about a look: a question, or its answer. (AC11) */
export function SayAboutLook({ label, readers, send, isSending, trouble, onSend }: SayAboutLookProps) {
  const t = useUiMessages()
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const error = isMissing ? t('looks.words.missing') : trouble ? t(`looks.words.${trouble}`) : undefined
  const press = () => {
    const text = cleanText(words).trim()
    setMissing(text === '')
    if (text !== '') onSend(text)
  }
  return (
    <div className="ac-say">
      <TextField
        label={label}
        description={readers}
        lines={3}
        maxLength={LONGEST_ASKING}
        value={words}
        onChange={(next) => {
          setWords(next)
          setMissing(false)
        }}
        error={error}
        autoFocus
      />
      <Button kind="primary" size="large" block isPending={isSending} onPress={press}>
        {send}
      </Button>
    </div>
  )
}
