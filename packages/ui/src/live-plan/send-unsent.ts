import type { LogId } from '@accord/domain/ids'
import { storeClient } from '@accord/domain/sync/client-state'
import { unsavedWords, type UnsavedWords } from '@accord/domain/sync/pending'
import type { Claim, PendingStore } from '../pending-store/pending-store.js'
import { sendOrphan, type OrphanSender } from './send-orphan.js'

/** What somebody wrote here that has no place in the plan any more, until they have it. (OF11) */
export interface WordsForReview {
  readonly plan: LogId
  readonly words: readonly UnsavedWords[]
  /** They have the words: forgets them here. */
  readonly dismiss: () => Promise<unknown>
}

interface UnsentOutcome {
  /** How many edits joined their plans. */
  readonly joined: number
  readonly review: readonly WordsForReview[]
}

interface UnsentParts extends OrphanSender {
  readonly store: PendingStore
  /** Nobody waits for the outcome any more. */
  readonly signal: AbortSignal
}

/** Sends whatever closed tabs of a person left unsent on this device, in all plans, without opening one. (OF10) */
export async function sendUnsent(parts: UnsentParts): Promise<UnsentOutcome> {
  let joined = 0
  const review: WordsForReview[] = []
  for (const plan of await parts.store.plans()) {
    for (const orphan of await parts.store.orphans(plan)) {
      const outcome = parts.signal.aborted ? null : await sendOne(parts, plan, orphan)
      // Words for review are nobody's to send; whichever page shows them can forget them.
      orphan.release()
      joined += outcome?.joined ?? 0
      if (outcome?.review) review.push(outcome.review)
    }
  }
  return { joined, review }
}

async function sendOne(parts: UnsentParts, plan: LogId, orphan: Claim) {
  const { stored } = orphan
  if (!stored) return null
  const sending = sendOrphan(orphan, stored, parts)
  parts.signal.addEventListener('abort', sending.abandon)
  const after = await sending.done
  parts.signal.removeEventListener('abort', sending.abandon)
  if (!after) return null
  const { state, ending } = after
  // Signed out again, or a plan that can't be read just now: another time.
  if (ending === 'signed-out' || ending === 'plan-unreadable') return null
  const words = [...state.refused.flatMap((no) => no.words), ...unsavedWords(state.pending)]
  const lost = state.refused.length > stored.refused.length || ending !== null
  const joined = lost ? 0 : stored.pending.length
  if (words.length === 0) {
    await orphan.keep(null)
    return { joined, review: null }
  }
  await orphan.keep(storeClient(state))
  return { joined, review: { plan, words, dismiss: () => orphan.keep(null) } }
}
