import { describe, expect, it } from '@jest/globals'
import type { ClinicId } from '../ids.js'
import type { PlanProof } from '../rest/proof.js'
import { LOG } from '../testing/plans.js'
import { toHex, utf8 } from './bytes.js'
import {
  headTree,
  keyName,
  missingSeed,
  NO_CHECKPOINT,
  nonceOf,
  writeCheckpoint,
  type Head,
} from './checkpoint.js'
import { inclusionPath, merkleRoot } from './merkle.js'
import { witness, type Comparison, type Verdict, type Witnessed } from './witness.js'

const publicKey = new Uint8Array(32).fill(3)
const hashOf = (seq: number, way = 'a') => toHex(utf8(`${way}${seq}`.padEnd(32, '.')))
const recordOf = (seq: number, way = 'a') => ({
  seq,
  hashAt: (at: number) => (at > 0 && at <= seq ? hashOf(at, way) : null),
})

interface Said {
  readonly number: number
  readonly seq: number
  readonly way?: string
  readonly head?: number
  readonly time?: number
  readonly key?: Uint8Array
}

/** What a server answers whose checkpoint of this number has the plan at an entry. */
function proofOf({
  number,
  seq,
  way = 'a',
  head = seq,
  time = number * 1_000,
  key = publicKey,
}: Said): PlanProof {
  const seed = new Uint8Array(32).fill(number)
  const leaf: Head = { log: LOG, seq, hash: hashOf(seq, way), epoch: 1 }
  const tree = headTree(seed, [leaf])
  const [root, changes] = [toHex(merkleRoot(tree)), NO_CHECKPOINT]
  const checkpoint = { number, time, size: 16, root, changes, previous: NO_CHECKPOINT, key: keyName(key) }
  return {
    clinic: 'c' as ClinicId,
    plan: LOG,
    checkpoint: {
      text: writeCheckpoint(checkpoint),
      signature: '',
      publicKey: btoa(String.fromCharCode(...key)),
    },
    leaf: { seq, hash: leaf.hash, epoch: 1, nonce: toHex(nonceOf(seed, LOG)) },
    index: 0,
    path: inclusionPath(tree, 0).map(toHex),
    head: { seq: head, hash: hashOf(head, way) },
  }
}

function compare(said: Said, wanted: Partial<Comparison> = {}) {
  const record = recordOf(said.head ?? said.seq, said.way)
  return witness({ proof: proofOf(said), isSigned: true, kept: null, record, ...wanted })
}

const kept = compare({ number: 4, seq: 20 }).kept as Witnessed
const alarmOf = (verdict: Verdict) => (verdict.kind === 'alarm' ? verdict.alarm : verdict.kind)

interface Restoring extends Said {
  /** Where the plan stood when it was restored, and where it was known to have stood; null for none. */
  readonly restoredAt: number
  readonly keptSeq?: number | null
  readonly missingSeq?: number | null
}

function inclusionOf(tree: ReturnType<typeof headTree>, head: Head, seed: Uint8Array) {
  const { seq, hash, epoch } = head
  const leaf = { seq, hash, epoch, nonce: toHex(nonceOf(seed, LOG)) }
  return { leaf, index: 0, path: inclusionPath(tree, 0).map(toHex) }
}

/** The same, of a server that was restored at a time. */
function restoredProof({ restoredAt, keptSeq = 12, missingSeq = 18, ...said }: Restoring): PlanProof {
  const proof = proofOf(said)
  const seed = new Uint8Array(32).fill(9)
  const headAt = (seq: number): Head => ({ log: LOG, seq, hash: hashOf(seq), epoch: 2 })
  const heads = keptSeq === null ? [] : [headAt(keptSeq)]
  const missing = missingSeq === null ? [] : [headAt(missingSeq)]
  const [tree, gap] = [headTree(seed, heads), headTree(missingSeed(seed), missing)]
  const text = writeCheckpoint({
    ...{ number: 3, time: restoredAt, size: 16, root: toHex(merkleRoot(tree)), changes: NO_CHECKPOINT },
    ...{ previous: NO_CHECKPOINT, key: keyName(publicKey) },
    restored: { backup: 3_000, missingSize: 16, missing: toHex(merkleRoot(gap)) },
  })
  const [first] = heads
  const [lost] = missing
  const restored = {
    ...{ text, signature: '' },
    kept: first ? inclusionOf(tree, first, seed) : null,
    missing: lost ? inclusionOf(gap, lost, missingSeed(seed)) : null,
  }
  return { ...proof, restored }
}

describe('a browser that keeps the last checkpoint it saw', () => {
  it('[HI17] finds that a record holds what it held before, and keeps the newer checkpoint', () => {
    const { verdict, kept: now } = compare({ number: 6, seq: 30 }, { kept })
    expect(verdict).toMatchObject({ kind: 'holds', covers: 30, before: { seq: 20, hash: hashOf(20) } })
    expect([now?.number, now?.plans[LOG]?.seq]).toEqual([6, 30])
  })

  it('[HI17] sees nothing wrong in the same checkpoint twice, nor in entries that came since', () => {
    expect(compare({ number: 4, seq: 20 }, { kept }).verdict.kind).toBe('holds')
    expect(compare({ number: 4, seq: 20, head: 28 }, { kept }).verdict.kind).toBe('holds')
  })

  it('[HI17] reads on before it judges a record that is older than the checkpoint', () => {
    const seen = compare({ number: 6, seq: 30 }, { kept, record: recordOf(25) })
    expect(seen).toEqual({ verdict: { kind: 'behind', covers: 30 }, kept })
  })

  it.each([
    ['shorter', 'a cut tail, the head moved back, and a newer checkpoint', { number: 6, seq: 12 }],
    ['shorter', 'a cut tail before the next checkpoint', { number: 4, seq: 20, head: 12 }],
    ['rewritten', 'a chain written anew, and signed', { number: 6, seq: 30, way: 'b' }],
    ['two-roots', 'two checkpoints of one number', { number: 4, seq: 21 }],
    ['older', 'an older checkpoint than before', { number: 3, seq: 20 }],
    ['older', 'a newer checkpoint with an earlier time', { number: 5, seq: 20, time: 9 }],
    ['other-key', 'another key', { number: 6, seq: 30, key: new Uint8Array(32) }],
  ] as const)('[HI17] raises the alarm "%s" at %s, and keeps what it had', (alarm, _what, said) => {
    const seen = compare(said, { kept })
    expect([alarmOf(seen.verdict), seen.kept]).toEqual([alarm, kept])
  })

  it('[HI17] believes no checkpoint whose signature, text, key or path does not hold', () => {
    const proof = proofOf({ number: 6, seq: 30 })
    const { checkpoint, leaf, path } = proof
    const forged: Partial<Comparison>[] = [
      { isSigned: false },
      {
        proof: {
          ...proof,
          checkpoint: { ...checkpoint, text: checkpoint.text.replace('size 16', 'size 32') },
        },
      },
      { proof: { ...proof, checkpoint: { ...checkpoint, publicKey: btoa('other') } } },
      { proof: { ...proof, leaf: { ...leaf, seq: 29 } } },
      { proof: { ...proof, leaf: { ...leaf, nonce: NO_CHECKPOINT } } },
      { proof: { ...proof, index: 1 } },
      { proof: { ...proof, path: path.slice(1) } },
    ]
    const verdicts = forged.map((one) => compare({ number: 6, seq: 30 }, { kept, ...one }).verdict)
    expect(verdicts.map(alarmOf)).toEqual(forged.map(() => 'forged'))
  })
})

describe('a browser whose clinic was restored from a backup', () => {
  const restored = { number: 4, seq: 12, time: 5_000, restoredAt: 5_000, way: 'a' }
  const look = (said: Restoring, from = kept) =>
    compare(said, { kept: from, proof: restoredProof(said), record: recordOf(said.seq, said.way) })

  it('[HI19] says what was restored and what is missing, and goes on from there', () => {
    const { verdict, kept: now } = look(restored)
    expect(verdict).toMatchObject({
      ...{ kind: 'holds', before: null },
      restored: { time: 5_000, backup: 3_000, missing: { from: 13, to: 20 } },
    })
    expect([now?.number, now?.plans[LOG]?.seq]).toEqual([4, 12])
    const later = look({ ...restored, number: 5, seq: 14, time: 6_000 }, now ?? kept).verdict
    expect(later).toMatchObject({ kind: 'holds', before: { seq: 12 }, restored: { missing: { to: 18 } } })
  })

  it('[HI19] says so too where checkpoints were lost as well and their numbers come again', () => {
    for (const number of [3, 4]) expect(look({ ...restored, number }).verdict.kind).toBe('holds')
  })

  it('[HI19] says that nothing is missing where nothing is known to be', () => {
    const whole = { ...restored, seq: 20, keptSeq: 20, missingSeq: null }
    expect(look(whole).verdict).toMatchObject({ kind: 'holds', restored: { missing: null } })
  })

  it.each([
    [
      'shorter',
      'entries gone that it saw after the restoration',
      { ...restored, number: 6, time: 6_000, restoredAt: 4_000 },
    ],
    ['two-roots', 'an older restoration and two checkpoints of a number', { ...restored, restoredAt: 3_000 }],
  ] as const)('[HI19] [HI17] raises the alarm "%s" at %s', (alarm, _what, said) => {
    expect(alarmOf(look(said).verdict)).toBe(alarm)
  })

  it('[HI19] believes no restoration that is not signed, is of another key, or does not hold the log', () => {
    const proof = restoredProof(restored)
    const { restored: said } = proof
    if (!said?.kept || !said.missing) throw new Error('nothing was restored')
    const forged: Partial<Comparison>[] = [
      { isSigned: false },
      {
        proof: {
          ...proof,
          restored: { ...said, text: said.text.replace(/key [0-9a-f]{64}/, `key ${NO_CHECKPOINT}`) },
        },
      },
      { proof: { ...proof, restored: { ...said, text: proof.checkpoint.text } } },
      { proof: { ...proof, restored: { ...said, kept: said.missing } } },
      { proof: { ...proof, restored: { ...said, missing: said.kept } } },
    ]
    const verdicts = forged.map((one) => compare(restored, { kept, proof, ...one }).verdict)
    expect(verdicts.map(alarmOf)).toEqual(forged.map(() => 'forged'))
  })
})
