import { useEffect, useMemo, useState } from 'react'
import type { LogId } from '@accord/domain/ids'
import { witness, type Verdict, type Witnessed, type WitnessedRecord } from '@accord/domain/history/witness'
import type { PlanProof } from '@accord/domain/rest/proof'
import { checkSignature } from './check-signature.js'
import { keepWitness, keptWitnesses } from './witness-store.js'

/** What this browser makes of a record. `unknown`: nothing could be compared, with the reason. */
export type Witnessing =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unknown'; readonly why: 'unreachable' | 'unsupported' }
  | Verdict

/** The newest checkpoint, with what this browser had kept before it asked for it. */
interface Answer {
  readonly proof: PlanProof
  readonly isSigned: boolean
  readonly kept: Witnessed | null
}

const WAITING = { kind: 'waiting' } as const

/**
 * Compares a plan's record with the newest signed checkpoint and with the last one that this browser saw, and keeps
 * the new one where they agree. Asks once, when a record is opened. (HI17)
 * @param record the record on screen; `hashAt` must stay the same function while the record does
 */
export function useWitness(plan: LogId, { seq, hashAt }: WitnessedRecord): Witnessing {
  const [answer, setAnswer] = useState<{ readonly plan: LogId; readonly came: Answer | Witnessing }>()
  useEffect(() => {
    let isCurrent = true
    void ask(plan).then((came) => {
      if (isCurrent) setAnswer({ plan, came })
    })
    return () => {
      isCurrent = false
    }
  }, [plan])
  const came = answer?.plan === plan ? answer.came : WAITING
  const seen = useMemo(
    () => ('kind' in came || seq === 0 ? null : witness({ ...came, record: { seq, hashAt } })),
    [came, seq, hashAt],
  )
  useEffect(() => {
    if ('kind' in came || seen?.verdict.kind !== 'holds' || !seen.kept) return
    keepWitness(came.proof.clinic, seen.kept)
  }, [came, seen])
  return 'kind' in came ? came : (seen?.verdict ?? WAITING)
}

async function ask(plan: LogId): Promise<Answer | Witnessing> {
  // Before asking, so that what another tab sees meanwhile is not held against this answer.
  const before = keptWitnesses()
  try {
    const response = await fetch(`/api/plans/${encodeURIComponent(plan)}/proof`, {
      credentials: 'same-origin',
      cache: 'no-store',
    })
    if (!response.ok) return { kind: 'unknown', why: 'unreachable' }
    const proof = (await response.json()) as PlanProof
    const isSigned = await isSignedThroughout(proof)
    if (isSigned === null) return { kind: 'unknown', why: 'unsupported' }
    return { proof, isSigned, kept: before[proof.clinic] ?? null }
  } catch {
    // Nothing was learned, and nothing is claimed.
    return { kind: 'unknown', why: 'unreachable' }
  }
}

/** The newest checkpoint and, where the records were restored, what was signed then. Null where this browser cannot tell. */
async function isSignedThroughout({ checkpoint, restored }: PlanProof): Promise<boolean | null> {
  const isSigned = await checkSignature(checkpoint)
  if (!isSigned || !restored) return isSigned
  return checkSignature({ ...restored, publicKey: checkpoint.publicKey })
}
