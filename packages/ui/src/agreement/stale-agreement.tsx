import { Button } from '../controls/button.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Seal } from '../seal/seal.js'
import type { SealHalf } from '../seal/seal-half.js'

interface StaleAgreementProps {
  /** Who changed the words meanwhile. */
  readonly name: string
  readonly halves: readonly SealHalf[]
  readonly onRead: () => void
}

/** The words changed at the moment of agreeing: nothing was counted, and the new words come first. (AG6) */
export function StaleAgreement({ name, halves, onRead }: StaleAgreementProps) {
  const t = useUiMessages()
  return (
    <div className="ac-state ac-state-start" role="alert">
      <Seal halves={halves} size={44} />
      <h3 className="ac-heading">{t('agreement.stale.title', { name })}</h3>
      <p>{t('agreement.stale.sub')}</p>
      <div className="ac-row">
        <Button kind="primary" onPress={onRead}>
          {t('agreement.stale.read')}
        </Button>
      </div>
    </div>
  )
}
