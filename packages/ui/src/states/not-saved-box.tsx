import { useState } from 'react'
import { Button } from '../controls/button.js'
import { CopyIcon } from '../icons/copy-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface NotSavedBoxProps {
  readonly words: string
  readonly onDismiss: () => void
}

/** Words the server refused are never dropped: they stay here until their writer has them. */
export function NotSavedBox({ words, onDismiss }: NotSavedBoxProps) {
  const t = useUiMessages()
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>()
  const copy = () => {
    navigator.clipboard.writeText(words).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    )
  }
  return (
    <section className="ac-not-saved" aria-label={t('notSaved.title')}>
      <h3 className="ac-heading">{t('notSaved.title')}</h3>
      <p className="ac-muted ac-small">{t('notSaved.sub')}</p>
      <blockquote dir="auto">{words}</blockquote>
      <div className="ac-state-actions">
        <Button kind="primary" size="small" icon={<CopyIcon size={16} />} onPress={copy}>
          {t('notSaved.copy')}
        </Button>
        <Button kind="quiet" size="small" onPress={onDismiss}>
          {t('notSaved.dismiss')}
        </Button>
        <span role="status" className="ac-small">
          {outcome !== undefined && t(`notSaved.${outcome}`)}
        </span>
      </div>
    </section>
  )
}
