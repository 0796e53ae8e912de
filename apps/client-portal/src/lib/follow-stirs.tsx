import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { StirredMessage } from '@accord/domain/sync/wire'
import { hearStirs } from '@accord/ui/live-plan/hear-stirs'
import { ATTENTION_KEY } from './attention.js'

/** Asks anew for what others have changed, as soon as the server says where. (PU1, PU3) */
export function FollowStirs(): null {
  const queries = useQueryClient()
  useEffect(() => {
    const ask = (queryKey: readonly string[]) => void queries.invalidateQueries({ queryKey })
    return hearStirs({
      stirred: (message) => ask(keyOf(message)),
      missed: () => [['ending'], ['barriers'], ATTENTION_KEY].forEach(ask),
    })
  }, [queries])
  return null
}

function keyOf({ of, caseId }: StirredMessage): readonly string[] {
  return of === 'attention' ? ATTENTION_KEY : [of, caseId]
}
