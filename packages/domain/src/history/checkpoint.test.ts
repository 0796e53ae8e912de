import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { LogId } from '../ids.js'
import { fromHex, toHex } from './bytes.js'
import {
  changesHash,
  checkpointHash,
  headLeafHash,
  headTree,
  keyName,
  missingSeed,
  NO_CHECKPOINT,
  nonceOf,
  readCheckpoint,
  treeSize,
  writeCheckpoint,
  type Head,
} from './checkpoint.js'
import { inclusionPath, isIncluded, merkleRoot } from './merkle.js'

const seed = Uint8Array.from({ length: 32 }, (_, at) => at)
const head: Head = {
  log: '0193c000-0000-7000-8000-000000000001' as LogId,
  seq: 1,
  hash: 'c23b83a5375f0f92ab7e84bbfbe8b8010d0dbb98a0c058313e77ccd3edae8947',
  epoch: 1,
}
const other: Head = { ...head, log: '0193c000-0000-7000-8000-000000000002' as LogId, seq: 7 }
const checkpoint = {
  number: 1,
  time: 1_796_688_060_000,
  size: 16,
  root: toHex(merkleRoot(headTree(seed, [head, other]))),
  changes: changesHash(seed, [head, other]),
  previous: NO_CHECKPOINT,
  key: keyName(fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')),
}

/** As docs/spec/history.md gives them. */
const MISSING_SEED = '21dae7a9f644b6645b9e774b549e8c64e19e0683a47750c53dae1bd364bccc6e'
const MISSING_ROOT = '373e50b5a6006c1ca11b347f6e67b1aad0bea3848dcca53340d9e7eaebb8d332'
const RESTORED_HASH = 'f6e9a0b83ca7eb726e855dce8f9f85109288c86db1b4a300f5f5d0a72c99800b'

describe('a checkpoint', () => {
  it('[HI15] has the bytes of the worked example in the specification', () => {
    expect(toHex(nonceOf(seed, head.log))).toBe(
      '62e9cd2d39b7409a1066b82b587d1115fbff4e7312449c3b2dc8f8d5a741701e',
    )
    expect(toHex(headLeafHash(head, nonceOf(seed, head.log)))).toBe(
      '66e572f589438b1234c88ef9cfdb6b8b7d98779533874a4f9486072560af36c3',
    )
    expect(checkpoint.root).toBe('11451040f580d10ccdfa8364d4f035692820d79fb4fb3bcf19cb1191d9419c87')
    expect(checkpoint.changes).toBe('0a1abbda2bc6df27d8f2bf52ef5a9745deeb1e2ff748ba8c05f6f3ec1a800654')
    expect(checkpoint.key).toBe('21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9')
    expect(checkpointHash(writeCheckpoint(checkpoint))).toBe(
      '1548a068cbecfa710d27a8378d68377a78fd654d990425e3cbe1e98762b0df72',
    )
  })

  it('[HI15] reads what it writes, and no other way of writing it', () => {
    const text = writeCheckpoint(checkpoint)
    expect(readCheckpoint(text)).toEqual(checkpoint)
    const others = [
      `${text}\n`,
      text.slice(0, -1),
      text.replace('number 1', 'number 01'),
      text.toUpperCase(),
      '',
    ]
    expect(others.map(readCheckpoint)).toEqual(others.map(() => null))
  })

  it('[HI19] of a restoration says from when the backup was and what is missing, in one way only', () => {
    const gap = headTree(missingSeed(seed), [other])
    const restored = { backup: 1_796_688_000_000, missingSize: 16, missing: toHex(merkleRoot(gap)) }
    const text = writeCheckpoint({ ...checkpoint, restored })
    expect(readCheckpoint(text)).toEqual({ ...checkpoint, restored })
    expect(toHex(missingSeed(seed))).toBe(MISSING_SEED)
    expect(restored.missing).toBe(MISSING_ROOT)
    expect(checkpointHash(text)).toBe(RESTORED_HASH)
    const others = [
      text.replace('restored', 'checkpoint'),
      text.replace(/backup \d+\n/, ''),
      `${writeCheckpoint(checkpoint)}backup 1\n`,
    ]
    expect(others.map(readCheckpoint)).toEqual(others.map(() => null))
  })

  it('[HI14] holds every head, in a tree that tells nobody how many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const heads = Array.from({ length: count }, (_, at) => ({ ...head, seq: at }))
        const tree = headTree(seed, heads)
        const size = treeSize(count)
        expect([tree[0]?.length, size % 16, size >= count]).toEqual([size, 0, true])
        heads.forEach((one, index) => {
          const claim = { index, size, path: inclusionPath(tree, index), root: merkleRoot(tree) }
          expect(isIncluded(headLeafHash(one, nonceOf(seed, one.log)), claim)).toBe(true)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('[HI14] gives every log another leaf in the next checkpoint, also where nothing was written', () => {
    const next = seed.map((byte) => byte ^ 255)
    const hashes = [seed, next].flatMap((one) => headTree(one, [head, other])[0]?.map(toHex) ?? [])
    expect(new Set(hashes).size).toBe(32)
  })
})
