import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fromHex, toHex } from './bytes.js'
import { inclusionPath, isIncluded, leafHash, merkleLevels, merkleRoot } from './merkle.js'

/** The test tree of Certificate Transparency: its leaves, and the roots over the first 0, 1, 2 … of them. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const tree = (leaves: readonly Uint8Array[]) => merkleLevels(leaves.map((leaf) => leafHash(leaf)))
const leaves = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 })

describe('a Merkle tree', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    '[HI14] has the root of RFC 6962 over $size leaves',
    ({ size, root }) => {
      expect(toHex(merkleRoot(tree(LEAVES.slice(0, size).map(fromHex))))).toBe(root)
    },
  )

  it('[HI14] has the path that Certificate Transparency publishes for the first of seven leaves', () => {
    const levels = tree(LEAVES.slice(0, 7).map(fromHex))
    expect(inclusionPath(levels, 0).map(toHex).slice(0, 2)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    ])
  })

  it('[HI14] shows that any of its leaves is in it', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (some, pick) => {
        const index = pick % some.length
        const levels = tree(some)
        const claim = {
          index,
          size: some.length,
          path: inclusionPath(levels, index),
          root: merkleRoot(levels),
        }
        expect(isIncluded(leafHash(some[index] ?? new Uint8Array()), claim)).toBe(true)
      }),
    )
  })

  it('[HI14] refuses another leaf, place, path or root than its own', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), fc.nat(), (some, pick, turn) => {
        const index = pick % some.length
        const levels = tree(some)
        const leaf = leafHash(some[index] ?? new Uint8Array())
        const claim = {
          index,
          size: some.length,
          path: inclusionPath(levels, index),
          root: merkleRoot(levels),
        }
        const flip = (hash: Uint8Array) => hash.map((byte, at) => (at === turn % 32 ? byte ^ 1 : byte))
        const lies = [
          isIncluded(flip(leaf), claim),
          isIncluded(leaf, { ...claim, root: flip(claim.root) }),
          isIncluded(leaf, { ...claim, index: some.length }),
          isIncluded(leaf, { ...claim, index: -1 }),
          isIncluded(leaf, { ...claim, path: [...claim.path, leaf] }),
          ...claim.path.map((_, at) =>
            isIncluded(leaf, { ...claim, path: claim.path.filter((__, other) => other !== at) }),
          ),
          ...claim.path.map((_, at) =>
            isIncluded(leaf, {
              ...claim,
              path: claim.path.map((hash, other) => (other === at ? flip(hash) : hash)),
            }),
          ),
        ]
        expect(lies.filter(Boolean)).toEqual([])
      }),
    )
  })
})
