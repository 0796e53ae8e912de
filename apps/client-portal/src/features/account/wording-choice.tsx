import { WordingToggle } from '@accord/ui/wording/wording-toggle'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Hints on wording, for whoever wants them. (WC7) */
export function WordingChoice() {
  const t = usePortalMessages()
  return (
    <div className="pt-account-choice">
      <p className="ac-label">{t('account.wording')}</p>
      <WordingToggle />
      <p className="ac-muted ac-small">{t('account.wordingNote')}</p>
    </div>
  )
}
