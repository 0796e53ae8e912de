import { equalBytes } from './bytes.js'
import { contentDigest, entryHash, genesisHash, type Sha256 } from './hash.js'
import type { EntryContent, EntryHeader } from './entry.js'
import type { LogId } from '../ids.js'

/** An entry as stored: the columns, and the hash that was stored beside them. */
export interface StoredHeader extends EntryHeader {
  readonly hash: Uint8Array
}

/** What can be found that does not hold. */
export const FLAW_REASONS = [
  'wrong-log',
  'wrong-clinic',
  'missing-entry',
  'wrong-previous-hash',
  'hash-differs',
  'time-goes-back',
  'epoch-goes-back',
  'head-differs',
  'content-missing',
  'content-unreadable',
  'digest-differs',
  'fold-differs',
] as const

/** The first thing that does not hold in a log. */
export interface Flaw {
  readonly log: LogId
  readonly seq: number
  readonly reason: (typeof FLAW_REASONS)[number]
}

/** Where a check of a chain has come to. */
export interface ChainPosition {
  readonly log: LogId
  readonly seq: number
  readonly hash: Uint8Array
  readonly at: number
  readonly epoch: number
}

export function chainStart(log: LogId, sha256?: Sha256): ChainPosition {
  return { log, seq: 0, hash: genesisHash(log, sha256), at: 0, epoch: 0 }
}

/** Checks one entry against the one before it, without any key. (HI6) */
export function checkLink(before: ChainPosition, entry: StoredHeader, sha256?: Sha256): ChainPosition | Flaw {
  const flaw = (reason: Flaw['reason'], seq = entry.seq): Flaw => ({ log: before.log, seq, reason })
  if (entry.log !== before.log) return flaw('wrong-log')
  if (entry.seq !== before.seq + 1) return flaw('missing-entry', before.seq + 1)
  if (!equalBytes(entry.prevHash, before.hash)) return flaw('wrong-previous-hash')
  if (!equalBytes(entryHash(entry, sha256), entry.hash)) return flaw('hash-differs')
  if (entry.at < before.at) return flaw('time-goes-back')
  if (entry.epoch < before.epoch) return flaw('epoch-goes-back')
  return { log: before.log, seq: entry.seq, hash: entry.hash, at: entry.at, epoch: entry.epoch }
}

/** Checks that an opened content is the one that the chain covers. (HI6) */
export function checkContent(entry: StoredHeader, content: EntryContent, sha256?: Sha256): Flaw | null {
  if (equalBytes(contentDigest(content, sha256), entry.digest)) return null
  return { log: entry.log, seq: entry.seq, reason: 'digest-differs' }
}

export function isFlaw(result: ChainPosition | Flaw): result is Flaw {
  return 'reason' in result
}
