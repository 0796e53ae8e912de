import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PersonId } from '@accord/domain/ids'
import { useKeeping } from '../../lib/kept.js'
import { failureOf, isSignedOut } from '../../lib/request.js'
import { changePerson } from '../../lib/self.js'
import { forgetTyped } from '../../lib/typed-words.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { signOut } from './api/sign-out.js'

interface SignOut {
  readonly leave: () => void
  readonly isLeaving: boolean
}

/** Signs out here: the server forgets the sign-in, and this device everything that it kept of the person. */
export function useSignOut(person: PersonId): SignOut {
  const t = usePortalMessages()
  const client = useQueryClient()
  const changeKeeping = useKeeping()
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const forget = await loadForgetting()
      await signOut().catch((error: unknown) => {
        // Already ended elsewhere: then only this device is left to forget.
        if (!isSignedOut(error)) throw error
      })
      await forget(person)
    },
    onSuccess: () => changePerson(client, null),
    onError: async (error) => {
      // Nobody can be told, but what can be read here without a network goes at once. (OF6)
      const isAlone = failureOf(error)?.kind === 'unreachable'
      if (isAlone) {
        await changeKeeping(async (keeper) => {
          await keeper.choose(person, false)
          await keeper.forgetSafety(person)
        })
      }
      toasts.add({ kind: 'failed', words: t('account.signOutFailed') })
    },
  })
  return { leave: () => mutate(), isLeaving: isPending }
}

/** Comes before the sign-in ends: what can't be loaded afterwards could not forget anything. */
async function loadForgetting(): Promise<(person: PersonId) => Promise<void>> {
  const [{ closeLivePlans }, { wipePerson }] = await Promise.all([
    import('@accord/ui/live-plan/use-live-plan'),
    import('@accord/ui/pending-store/wipe'),
  ])
  return async (person) => {
    closeLivePlans()
    forgetTyped()
    await wipePerson(person)
  }
}
