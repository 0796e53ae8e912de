import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { Link } from '@accord/ui/controls/link'
import { failureOf } from '../../lib/request-failure.js'
import { useWebMessages, type WebTranslate } from '../../lib/use-web-messages.js'

interface SaveTroubleProps {
  /** Null while nothing has gone wrong. */
  readonly error: Error | null
  /** A code that a field of the form speaks about itself. */
  readonly except?: string
}

/** Why something wasn't done, above its button. What was typed stays where it is. */
export function SaveTrouble({ error, except }: SaveTroubleProps) {
  const t = useWebMessages()
  if (error === null) return null
  const failure = failureOf(error)
  const code = failure.kind === 'unreachable' ? 'unreachable' : failure.code
  if (code === except) return null
  const isSignedOut = failure.kind === 'refused' && failure.status === 401
  return (
    <p className="web-signin-failure" role="alert">
      <ErrorIcon size={18} />
      <span>
        {isSignedOut
          ? t.rich('save.signedOut', {
              a: (words) => (
                <Link href="/sign-in" target="_blank">
                  {words}
                </Link>
              ),
            })
          : sentenceOf(t, code)}
      </span>
    </p>
  )
}

function sentenceOf(t: WebTranslate, code: string): string {
  switch (code) {
    case 'unreachable':
      return t('save.unreachable')
    case 'email-taken':
      return t('desk.emailTaken')
    case 'last-administrator':
      return t('desk.lastAdministrator')
    case 'own-account':
      return t('desk.ownAccount')
    case 'disabled-person':
      return t('desk.disabledPerson')
    case 'unfit-person':
      return t('desk.unfitPerson')
    case 'already-exists':
      return t('desk.alreadyHere')
    case 'last-party':
      return t('desk.lastParty')
    case 'case-closed':
      return t('desk.caseClosed')
    case 'too-fast':
      return t('desk.tooFast')
    case 'malformed':
      return t('desk.malformed')
    default:
      return t('save.server')
  }
}
