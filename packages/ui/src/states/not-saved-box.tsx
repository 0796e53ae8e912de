import { useState } from 'react'
import { Button } from '../controls/button.js'
import { CopyIcon } from '../icons/copy-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface NotSavedBoxProps {
  readonly words: string
  readonly onDismiss: () => void
  /** What is said above the words and on the button, where it is not the usual. */
  readonly title?: string
  readonly reason?: string
  readonly dismissal?: string
}

/** Words the server refused are never dropped: they stay here until their writer has them. */
export function NotSavedBox({ words, onDismiss, ...said }: NotSavedBoxProps) {
  const t = useUiMessages()
  const { title = t('notSaved.title'), reason = t('notSaved.sub'), dismissal = t('notSaved.dismiss') } = said
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>()
  const copy = () => {
    navigator.clipboard.writeText(words).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    )
  }
  return (
    <section className="ac-not-saved" aria-label={title}>
      <h3 className="ac-heading">{title}</h3>
      <p className="ac-muted ac-small">{reason}</p>
      <blockquote dir="auto">{words}</blockquote>
      <div className="ac-state-actions">
        <Button kind="primary" size="small" icon={<CopyIcon size={16} />} onPress={copy}>
          {t('notSaved.copy')}
        </Button>
        <Button kind="quiet" size="small" onPress={onDismiss}>
          {dismissal}
        </Button>
        <span role="status" className="ac-small">
          {outcome !== undefined && t(`notSaved.${outcome}`)}
        </span>
      </div>
    </section>
  )
}
