import type { ClinicId } from '@accord/domain/ids'
import type { Witnessed } from '@accord/domain/history/witness'

type Kept = Readonly<Partial<Record<ClinicId, Witnessed>>>

const KEY = 'accord.witness'

/**
 * The last checkpoint that this browser saw of each clinic. It outlives a sign-out: a witness that could be made to
 * forget would be none. Holds numbers and hashes, no words. (HI17)
 */
export function keptWitnesses(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Kept) : {}
  } catch {
    // Storage is forbidden, or holds what is not ours: this browser has seen nothing.
    return {}
  }
}

/** Keeps what was seen, unless another tab saw a newer checkpoint meanwhile. */
export function keepWitness(clinic: ClinicId, seen: Witnessed): void {
  const kept = keptWitnesses()
  const newer = (kept[clinic]?.number ?? 0) > seen.number ? kept[clinic] : undefined
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...kept, [clinic]: newer ?? seen }))
  } catch {
    // Storage is full or forbidden: this browser is no witness, and the record is as it was.
  }
}
