import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { failureOf, isLinkSpent } from '../../lib/request-failure.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Why the clinic wasn't made; everything typed is still there. */
export function FinishTrouble({ error }: { readonly error: Error }) {
  const t = useWebMessages()
  const failure = failureOf(error)
  const sentence =
    failure.kind === 'unreachable'
      ? t('save.unreachable')
      : failure.code === 'weak-password'
        ? t('setUp.weakPassword')
        : isLinkSpent(error)
          ? t('setUp.spent.sentence')
          : t('save.server')
  return (
    <p className="web-signin-failure" role="alert">
      <ErrorIcon size={18} />
      <span>{sentence}</span>
    </p>
  )
}
