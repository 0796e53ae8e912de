import { useEffect } from 'react'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { Room } from '../room/room-context.js'

/** A command that was refused took no words away: one line says so. An answer to words that changed is told at its goal. */
export function useRefusedCommands({ live, view }: Room): void {
  const t = useWebMessages()
  const { notSaved } = view
  useEffect(() => {
    const index = notSaved.findIndex(
      ({ code, command, words }) =>
        command !== null &&
        words.length === 0 &&
        !(code === 'words-changed' && command === 'agreement.answer'),
    )
    if (index < 0) return
    toasts.add({ kind: 'failed', words: t('goals.refused') })
    live.dismissRefused(index)
  }, [notSaved, live, t])
}
