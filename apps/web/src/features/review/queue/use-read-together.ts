import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReadBody, ReadOutcomes } from '@accord/domain/rest/review'
import type { QueueCase } from '@accord/domain/rest/supervision'
import { postJson } from '../../../lib/http.js'
import { SUPERVISION_KEY } from '../../../lib/supervision.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Whether a case can be signed together with others: read to its end, and not signed that far. (SQ16) */
export function standingOf({ readAt, changes, unsigned }: QueueCase): 'ready' | 'signed' | 'unread' {
  if (readAt === null || changes > 0 || unsigned === null) return 'unread'
  return unsigned === 0 ? 'signed' : 'ready'
}

/** Signs several cases at once as read without concerns, and says what became of them. (SQ16, RV7) */
export function useReadTogether(cases: readonly QueueCase[]) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const chosen = cases.filter((one) => ticked.has(one.caseId) && standingOf(one) === 'ready')
  const signing = useMutation({
    mutationFn: (body: ReadBody) => postJson<ReadOutcomes>('/api/reviews/read', body),
    onSuccess: async (outcomes) => {
      const signed = outcomes.cases.filter(({ outcome }) => outcome === 'signed').length
      const others = outcomes.cases.length - signed
      toasts.add({
        kind: others > 0 ? 'failed' : 'done',
        words: t('queue.together.done', { signed, others }),
      })
      setTicked(new Set())
      await queries.invalidateQueries({ queryKey: [...SUPERVISION_KEY, 'queue'] })
    },
    onError: () => toasts.add({ kind: 'failed', words: t('queue.together.failed') }),
  })
  return {
    chosen,
    isSigning: signing.isPending,
    isTicked: (caseId: string) => ticked.has(caseId),
    tick: (caseId: string, isTicked: boolean) =>
      setTicked(new Set(isTicked ? [...ticked, caseId] : [...ticked].filter((one) => one !== caseId))),
    sign: () => {
      const body = chosen.map(({ caseId, head: { seq, hash } }) => ({ caseId, seq, hash }))
      signing.mutate({ cases: body })
    },
  }
}
