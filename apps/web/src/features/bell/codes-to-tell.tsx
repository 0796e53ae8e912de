import type { ResetCodeToTell } from '@accord/domain/rest/welcome'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Codes for people who forgot their way in, told by somebody else than who made the link. (ID40) */
export function CodesToTell({ codes }: { readonly codes: readonly ResetCodeToTell[] }) {
  const t = useWebMessages()
  const format = useFormat()
  return (
    <ul>
      {codes.map(({ link, name, code, expiresAt }) => (
        <li key={link}>
          <b>{t('resetCode.title', { name, code: `${code.slice(0, 3)} ${code.slice(3)}` })}</b>
          <p className="ac-muted ac-small">
            {t('resetCode.what', { name: givenName(name), time: format.time(new Date(expiresAt)) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
