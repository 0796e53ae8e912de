import { AlertIcon } from '../icons/alert-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Asking } from './asking.js'
import { BrokenOff } from './use-attempt.js'

const KNOWN = [
  'wrong-proof',
  'wrong-credentials',
  'weak-password',
  'link-spent',
  'too-fast',
  'last-way',
  'fresh-factor-needed',
] as const

/** Why a try failed, in a sentence that helps. Takes no room while there is nothing to say. */
export function Trouble({ error, codeOf }: { readonly error: unknown; readonly codeOf: Asking['codeOf'] }) {
  const t = useUiMessages()
  const code = error === null ? null : codeOf(error)
  const known = KNOWN.find((one) => one === code)
  return (
    <div role="alert" className="ac-identity-trouble">
      {error !== null && (
        <p>
          <AlertIcon size={18} />
          <span>
            {error instanceof BrokenOff
              ? t('identity.brokenOff')
              : known
                ? t(`identity.trouble.${known}`)
                : t(code === null ? 'identity.unreachable' : 'identity.ours')}
          </span>
        </p>
      )}
    </div>
  )
}
