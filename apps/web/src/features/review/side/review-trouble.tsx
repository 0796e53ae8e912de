import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { refusalCode } from '../../../lib/request-failure.js'
import { useWebMessages, type WebTranslate } from '../../../lib/use-web-messages.js'

/** Why an act was not kept, beside it. What was typed stays where it is. */
export function ReviewTrouble({ error }: { readonly error: Error | null }) {
  const t = useWebMessages()
  if (error === null) return null
  return (
    <p className="ac-field-error" role="alert">
      <ErrorIcon size={16} />
      <span>{sentenceOf(t, refusalCode(error) ?? 'unreachable')}</span>
    </p>
  )
}

function sentenceOf(t: WebTranslate, code: string): string {
  switch (code) {
    case 'record-differs':
      return t('review.trouble.recordDiffers')
    case 'not-opened':
      return t('review.trouble.notOpened')
    case 'words-changed':
      return t('review.trouble.checklistChanged')
    case 'out-of-order':
    case 'already-exists':
      return t('review.trouble.already')
    case 'not-yours':
    case 'not-found':
      return t('review.trouble.notYours')
    case 'bad-character':
      return t('review.trouble.character')
    default:
      return t('review.trouble.notKept')
  }
}
