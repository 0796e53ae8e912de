import { describe, expect, it } from '@jest/globals'
import type { ClinicId } from '../ids.js'
import type { PlanProof } from '../rest/proof.js'
import { LOG } from '../testing/plans.js'
import { toHex, utf8 } from './bytes.js'
import { headTree, keyName, NO_CHECKPOINT, nonceOf, writeCheckpoint, type Head } from './checkpoint.js'
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
