import { PasswordField } from '../controls/password-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { strengthOf, type Strength } from './strength.js'

const QUARTERS: readonly Strength[] = ['guessable', 'fair', 'good', 'strong']

interface NewPasswordFieldProps {
  readonly value: string
  readonly onChange: (password: string) => void
  /** In characters; nothing else is asked of a password. */
  readonly least: number
  /** Name and address of its owner, which make a password easy to guess. */
  readonly known: readonly string[]
  readonly error?: string | undefined
}

/** Choosing a password: how long it must be, and how hard it is to guess, in words. */
export function NewPasswordField({ value, onChange, least, known, error }: NewPasswordFieldProps) {
  const t = useUiMessages()
  const length = [...value].length
  const strength = strengthOf(value, known)
  const level = length < least ? -1 : QUARTERS.indexOf(strength)
  const sentence =
    length === 0
      ? t('newPassword.hint', { least })
      : length < least
        ? t('newPassword.more', { count: least - length })
        : t('newPassword.strength', { strength })
  return (
    <div className="ac-new-password">
      <PasswordField
        label={t('newPassword.label')}
        name="new-password"
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        description={sentence}
      />
      <div className="ac-strength" aria-hidden="true">
        {QUARTERS.map((quarter, at) => (
          <i key={quarter} data-on={at <= level ? '' : undefined} />
        ))}
      </div>
    </div>
  )
}
