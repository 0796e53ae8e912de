import { sha256 as portableSha256 } from '@noble/hashes/sha2.js'
import { concat, equalBytes } from './bytes.js'
import type { Sha256 } from './hash.js'
import { pageFor, putBytes, written } from './page.js'

/**
 * Merkle trees of RFC 6962, 2.1: a leaf is hashed behind 0x00 and a node behind 0x01, so that neither can be passed
 * off as the other. A node without a sibling stands one level higher as it is, which makes the RFC's own tree. (HI14)
 */

/** Stands before a leaf. */
export const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export function leafHash(leaf: Uint8Array, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(concat([LEAF, leaf]))
}

function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const page = pageFor(NODE.length + left.length + right.length)
  for (const part of [NODE, left, right]) putBytes(page, part)
  return sha256(written(page))
}

/** Every level of a tree, the hashes of its leaves first and its root last. */
export type MerkleLevels = readonly (readonly Uint8Array[])[]

/** @param leaves their hashes, in order */
export function merkleLevels(leaves: readonly Uint8Array[], sha256: Sha256 = portableSha256): MerkleLevels {
  const levels: (readonly Uint8Array[])[] = [leaves]
  let level = leaves
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = level.slice(at, at + 2)
      if (left) above.push(right ? nodeHash(left, right, sha256) : left)
    }
    levels.push(above)
    level = above
  }
  return levels
}

/** The root of a tree; of one without leaves the hash of nothing. */
export function merkleRoot(levels: MerkleLevels, sha256: Sha256 = portableSha256): Uint8Array {
  return levels.at(-1)?.[0] ?? sha256(new Uint8Array(0))
}

/** The siblings on a leaf's way to the root, lowest first. (RFC 6962, 2.1.1) */
export function inclusionPath(levels: MerkleLevels, index: number): readonly Uint8Array[] {
  const path: Uint8Array[] = []
  let at = index
  for (const level of levels.slice(0, -1)) {
    const sibling = level[at % 2 === 0 ? at + 1 : at - 1]
    if (sibling) path.push(sibling)
    at = Math.floor(at / 2)
  }
  return path
}

/** Where a leaf stands in a tree, as it is claimed. */
export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly path: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether a leaf's path leads to the root, with no hash too many or too few. (RFC 9162, 2.1.3.2) */
export function isIncluded(
  leaf: Uint8Array,
  { index, size, path, root }: Inclusion,
  sha256: Sha256 = portableSha256,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash, sha256)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else hash = nodeHash(hash, sibling, sha256)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(hash, root)
}
