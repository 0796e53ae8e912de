import { existsSync } from 'node:fs'
import type { Config } from '../config/config.js'
import { CheckpointWitness, type CheckpointFlaw } from './checkpoint-witness.js'
import { CheckpointFile } from './checkpoint-store.js'
import { LatestNote } from './latest-note.js'
import { existingSigningKey, signingKeyFile } from './signing-key.js'

/** What the checkpoints of a file witness, or why they can be asked nothing. */
export type WitnessFromFile =
  | { readonly kind: 'read'; readonly witness: CheckpointWitness; readonly flaw: CheckpointFlaw | null }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'no-key'; readonly file: string }

export function witnessFromFile(
  { dataDir, checkpoints }: Pick<Config, 'dataDir' | 'checkpoints'>,
  file: string,
): WitnessFromFile {
  if (!existsSync(file)) return { kind: 'no-file' }
  const keyFile = checkpoints.keyFile ?? signingKeyFile(dataDir)
  const key = existingSigningKey(keyFile)
  if (!key) return { kind: 'no-key', file: keyFile }
  const witness = new CheckpointWitness(key)
  // Before the lines: a house that runs meanwhile writes the other way round.
  const noted = new LatestNote(dataDir).read()
  return { kind: 'read', witness, flaw: witness.read(new CheckpointFile(file).read(0), noted) }
}
