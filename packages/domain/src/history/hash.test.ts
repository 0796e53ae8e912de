import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import type { ClientId, ClinicId, ConnectionId, LogId } from '../ids.js'
import { GOAL, jonah, LOG, mara } from '../testing/plans.js'
import { toHex, readFields, utf8 } from './bytes.js'
import { writeContent } from './content.js'
import type { EntryHeader } from './entry.js'
import { contentAssociatedData, contentDigest, contentPage, entryHash, genesisHash } from './hash.js'
import { chainStart, checkContent, checkLink, isFlaw, type StoredHeader } from './verify.js'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const content = writeContent(
  Uint8Array.from({ length: 16 }, (_, at) => at),
  { kind: 'text', goal: GOAL, field: 'statement', changes: [9, [3, 'eleven']] },
  { pieces: [{ at: 9, removed: 'ten', removedRuns: [[jonah.person, 3]], inserted: 'eleven' }] },
)
const header: EntryHeader = {
  clinic: '0193c000-0000-7000-8000-0000000000c1' as ClinicId,
  log: LOG,
  seq: 1,
  prevHash: genesisHash(LOG),
  epoch: 1,
  kind: 'text',
  clientId: '0193c000-0000-7000-8000-0000000000f1' as ClientId,
  op: 1,
  connection: '0193c000-0000-7000-8000-0000000000d1' as ConnectionId,
  author: mara.person,
  relation: 'client',
  session: null,
  at: 1_796_688_000_000,
  keyVersion: 1,
  digest: contentDigest(content),
}

describe("an entry's bytes", () => {
  it('[HI3] are those of the worked example in the specification', () => {
    expect(toHex(genesisHash(LOG))).toBe('c9626439fee9639521dc6ee0be5abac7d4d69ca7636d182244bce45bd78098e6')
    expect(toHex(contentDigest(content))).toBe(
      '0fc9d6823de37f518c2ab786f5a9550baa6b40428a57f0fd9fd97220b96d36e2',
    )
    expect(toHex(entryHash(header))).toBe('c23b83a5375f0f92ab7e84bbfbe8b8010d0dbb98a0c058313e77ccd3edae8947')
    expect(toHex(contentAssociatedData(LOG, 1, 1))).toBe(
      '6163636f72642f636f6e74656e742f31000000100193c0000000700080000000000000010000000800000000000000010000000400000001',
    )
  })

  it("[HI3] hash alike with the platform's own SHA-256", () => {
    expect(toHex(entryHash(header, sha256))).toBe(toHex(entryHash(header)))
  })

  it('[HI3] tell null from empty in every column that may be null', () => {
    const hashes = [
      header,
      { ...header, clientId: null },
      { ...header, op: null },
      { ...header, connection: null },
    ]
    expect(new Set(hashes.map((one) => toHex(entryHash(one)))).size).toBe(hashes.length)
  })

  it('[HI5] split into salt, payload and record again, and refuse what is cut short', () => {
    const { covered, encrypted } = contentPage(content.salt, '{"é":"😀"}', '{}')
    const parts = { salt: content.salt, payload: utf8('{"é":"😀"}'), record: utf8('{}') }
    const bytes = encrypted.slice()
    expect(toHex(sha256(covered.slice()))).toBe(toHex(contentDigest(parts)))
    expect(readFields(bytes)).toEqual([parts.salt, parts.payload, parts.record])
    expect(() => readFields(bytes.subarray(0, -1))).toThrow(RangeError)
  })
})

describe('checking an entry', () => {
  const stored: StoredHeader = { ...header, hash: entryHash(header) }
  const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 0 ? byte ^ 1 : byte))
  const altered: readonly (readonly [string, Partial<StoredHeader>])[] = [
    ['clinic', { clinic: '0193c000-0000-7000-8000-0000000000c2' as ClinicId }],
    ['prevHash', { prevHash: flip(stored.prevHash) }],
    ['hash', { hash: flip(stored.hash) }],
    ['epoch', { epoch: 2 }],
    ['kind', { kind: 'goal.add' }],
    ['clientId', { clientId: '0193c000-0000-7000-8000-0000000000f2' as ClientId }],
    ['op', { op: 2 }],
    ['connection', { connection: null }],
    ['author', { author: jonah.person }],
    ['relation', { relation: 'practitioner' }],
    ['session', { session: LOG as never }],
    ['at', { at: header.at + 1 }],
    ['keyVersion', { keyVersion: 2 }],
    ['digest', { digest: flip(stored.digest) }],
    ['seq', { seq: 2 }],
  ]

  it('[HI6] passes one that holds', () => {
    expect(checkLink(chainStart(LOG), stored)).toEqual({
      log: LOG,
      seq: 1,
      hash: stored.hash,
      at: header.at,
      epoch: 1,
    })
    expect(checkContent(stored, content)).toBeNull()
  })

  it.each(altered)('[HI6] finds an altered %s', (_column, change) => {
    expect(isFlaw(checkLink(chainStart(LOG), { ...stored, ...change }))).toBe(true)
  })

  it('[HI4] takes only the next number, upon the hash before it, and no earlier time', () => {
    const before = { log: LOG, seq: 1, hash: stored.hash, at: header.at, epoch: 1 }
    const next = (change: Partial<EntryHeader>) => {
      const entry = { ...header, seq: 2, prevHash: stored.hash, ...change }
      const checked = checkLink(before, { ...entry, hash: entryHash(entry) })
      return isFlaw(checked) ? checked.reason : checked.seq
    }
    expect(next({})).toBe(2)
    expect([next({ seq: 1 }), next({ seq: 3 })]).toEqual(['missing-entry', 'missing-entry'])
    expect(next({ prevHash: flip(stored.hash) })).toBe('wrong-previous-hash')
    expect(next({ at: header.at - 1 })).toBe('time-goes-back')
  })

  it('[HI4] begins each log with a hash of its own, so that none is passed off as another', () => {
    const other = '0193c000-0000-7000-8000-0000000000b2' as LogId
    expect(toHex(genesisHash(other))).not.toBe(toHex(genesisHash(LOG)))
    const moved = { ...header, log: other }
    const checked = checkLink(chainStart(other), { ...moved, hash: entryHash(moved) })
    expect(isFlaw(checked) && checked.reason).toBe('wrong-previous-hash')
  })

  it('[HI6] finds an altered content', () => {
    for (const part of ['salt', 'payload', 'record'] as const) {
      expect(checkContent(stored, { ...content, [part]: flip(content[part]) })?.reason).toBe('digest-differs')
    }
  })
})
