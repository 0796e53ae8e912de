import { useMutation } from '@tanstack/react-query'
import type { Self, SignInBody } from '@accord/domain/rest/self'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { signIn } from './api/sign-in.js'
import { isCodeNeeded, signInTrouble } from './sign-in-trouble.js'

export interface SignInEntry {
  readonly enter: (body: SignInBody) => void
  /** Whose sign-in is under way. */
  readonly busyEmail: string | null
  /** Whether the password was right and a code is asked for as well. (ID25) */
  readonly needsCode: boolean
  /** Why the last try failed. */
  readonly trouble: string | null
}

export function useSignIn(onSignedIn: (self: Self) => void): SignInEntry {
  const t = usePortalMessages()
  const { mutate, isPending, variables, error } = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })
  // Once asked for it stays asked for: a wrong code is said to be wrong, and the field stays.
  const isCodeWanted = isPending && variables.code !== undefined
  return {
    enter: mutate,
    busyEmail: isPending ? variables.email : null,
    needsCode: isCodeWanted || isCodeNeeded(error),
    trouble: error ? signInTrouble(t, error) : null,
  }
}
