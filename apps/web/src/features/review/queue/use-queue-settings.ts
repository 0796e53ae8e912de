import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { QueueSettings } from '@accord/domain/rest/supervision'
import { putJson } from '../../../lib/http.js'
import { SUPERVISION_KEY } from '../../../lib/supervision.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Keeps how a supervisor likes their queue, and asks for it again so. (SQ6) */
export function useQueueSettings(): { readonly keep: (settings: QueueSettings) => void } {
  const t = useWebMessages()
  const queries = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (settings: QueueSettings) => putJson('/api/supervision/queue/settings', settings),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...SUPERVISION_KEY, 'queue'] }),
    onError: () => toasts.add({ kind: 'failed', words: t('queue.notKept') }),
  })
  return { keep: mutate }
}
