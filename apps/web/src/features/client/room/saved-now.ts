import type { LiveView } from '@accord/ui/live-plan/live-plan'
import type { Saving } from '@accord/ui/states/saved-state'

/** What became of the words. A refused command lost no words, so it is told where it was asked and not here. */
export function savedNow({ saved, notSaved, isOnline }: LiveView): Saving {
  if (saved.kind !== 'not-saved' || notSaved.some(({ words }) => words.length > 0)) return saved
  return isOnline ? { kind: 'saved' } : { kind: 'offline', waiting: 0 }
}
