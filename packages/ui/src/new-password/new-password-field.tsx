import { useEffect, useState } from 'react'
import { passwordTrouble, type PasswordTrouble, SHORTEST_PASSWORD } from '@accord/domain/people/password'
import { PasswordField } from '../controls/password-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { loadGuesses, type Guesses } from './guesses.js'
import { strengthOf, type Strength } from './strength.js'

const QUARTERS: readonly Strength[] = ['guessable', 'fair', 'good', 'strong']

interface NewPasswordFieldProps {
  readonly value: string
  readonly onChange: (password: string) => void
  /** Whose it will be: their own name and address make a password easy to guess. */
  readonly owner: { readonly name: string; readonly email: string }
  /** Whether to say what is wrong as a mistake, because sending it was tried. */
  readonly isAsked: boolean
}

/** Choosing a password: how long it must be, and how hard it is to guess, in words. (CL8) */
export function NewPasswordField({ value, onChange, owner, isAsked }: NewPasswordFieldProps) {
  const t = useUiMessages()
  const trouble = passwordTrouble(value, owner)
  const guesses = useGuesses(value !== '')
  const strength = (guesses ?? strengthOf)(value, [owner.name, owner.email])
  const level = trouble === null ? QUARTERS.indexOf(strength) : -1
  const sentence =
    trouble === 'too-short' && value !== ''
      ? t('newPassword.more', { count: SHORTEST_PASSWORD - value.length })
      : trouble === null
        ? t('newPassword.strength', { strength })
        : t('newPassword.hint', { least: SHORTEST_PASSWORD })
  return (
    <div className="ac-new-password">
      <PasswordField
        label={t('newPassword.label')}
        name="new-password"
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={isAsked && trouble !== null ? troubleSentence(t, trouble) : undefined}
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

/** Until the lists are here, or where they can't be fetched, a rough estimate stands in for them. */
function useGuesses(isWanted: boolean): Guesses | null {
  const [guesses, setGuesses] = useState<Guesses | null>(null)
  useEffect(() => {
    if (!isWanted || guesses !== null) return
    let isGone = false
    loadGuesses().then(
      (loaded) => !isGone && setGuesses(() => loaded),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [isWanted, guesses])
  return guesses
}

function troubleSentence(t: ReturnType<typeof useUiMessages>, trouble: PasswordTrouble): string {
  switch (trouble) {
    case 'too-short':
      return t('newPassword.tooShort', { least: SHORTEST_PASSWORD })
    case 'too-long':
      return t('newPassword.tooLong')
    case 'is-own-name':
      return t('newPassword.ownName')
  }
}
