import { ErrorIcon } from '../icons/error-icon.js'

/** Why something was not done; nothing where it was. */
export function Trouble({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null
  return (
    <p className="ac-field-error" role="alert">
      <ErrorIcon size={16} />
      <span>{sentence}</span>
    </p>
  )
}
