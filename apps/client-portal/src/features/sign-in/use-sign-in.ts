import { useMutation } from '@tanstack/react-query'
import type { Self, SignInBody } from '@accord/domain/rest/self'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { signIn } from './api/sign-in.js'
import { signInTrouble } from './sign-in-trouble.js'

export interface SignInEntry {
  readonly enter: (body: SignInBody) => void
  /** Whose sign-in is under way. */
  readonly busyEmail: string | null
  /** Why the last try failed. */
  readonly trouble: string | null
}

export function useSignIn(onSignedIn: (self: Self) => void): SignInEntry {
  const t = usePortalMessages()
  const { mutate, isPending, variables, error } = useMutation({ mutationFn: signIn, onSuccess: onSignedIn })
  return {
    enter: mutate,
    busyEmail: isPending ? variables.email : null,
    trouble: error ? signInTrouble(t, error) : null,
  }
}
