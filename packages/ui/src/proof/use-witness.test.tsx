import { generateKeyPairSync, sign, webcrypto } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { screen, waitFor } from '@testing-library/react'
import { toHex, utf8 } from '@accord/domain/history/bytes'
import { headTree, keyName, NO_CHECKPOINT, nonceOf, writeCheckpoint } from '@accord/domain/history/checkpoint'
import { inclusionPath, merkleRoot } from '@accord/domain/history/merkle'
import type { ClinicId, LogId } from '@accord/domain/ids'
import type { PlanProof } from '@accord/domain/rest/proof'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { useWitness } from './use-witness.js'
import { WitnessBadge } from './witness-badge.js'

const plan = '0193c000-0000-7000-8000-000000000001' as LogId
const clinic = '0193c000-0000-7000-8000-0000000000c1' as ClinicId
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const raw = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
const hashOf = (seq: number) => toHex(utf8(`entry ${seq}`.padEnd(32, '.')))
const hashAt = (seq: number) => hashOf(seq)
const otherHashAt = (seq: number) => hashOf(seq + 100)

/** What a server answers at the checkpoint of a number, with the plan at an entry. */
function proofAt(number: number, seq: number): PlanProof {
  const seed = new Uint8Array(32).fill(number)
  const leaf = { log: plan, seq, hash: hashOf(seq), epoch: 1 }
  const tree = headTree(seed, [leaf])
  const time = 1_796_688_000_000 + number * 60_000
  const root = toHex(merkleRoot(tree))
  const none = { changes: NO_CHECKPOINT, previous: NO_CHECKPOINT }
  const text = writeCheckpoint({ number, time, size: 16, root, ...none, key: keyName(raw) })
  return {
    clinic,
    plan,
    checkpoint: {
      text,
      signature: sign(null, Buffer.from(text), privateKey).toString('base64'),
      publicKey: Buffer.from(raw).toString('base64'),
    },
    leaf: { seq, hash: leaf.hash, epoch: 1, nonce: toHex(nonceOf(seed, plan)) },
    index: 0,
    path: inclusionPath(tree, 0).map(toHex),
    head: { seq, hash: leaf.hash },
  }
}

function Opened({ seq, at = hashAt }: { readonly seq: number; readonly at?: typeof hashAt }) {
  return (
    <WitnessBadge
      told="told"
      seen={useWitness(plan, { seq, hashAt: at })}
      now={new Date(1_796_700_000_000)}
    />
  )
}

/** Somebody opens the history while the server answers this. */
async function open(answer: PlanProof | number, props: { seq: number; at?: typeof hashAt }) {
  const answered =
    typeof answer === 'number'
      ? { ok: false, status: answer }
      : { ok: true, json: () => Promise.resolve(answer) }
  globalThis.fetch = jest.fn(() => Promise.resolve(answered)) as unknown as typeof fetch
  const shown = renderWithMessages(<Opened {...props} />)
  await waitFor(() => expect(screen.queryByText(/^Comparing this record/)).toBeNull())
  return shown
}

beforeEach(() => {
  localStorage.clear()
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })
})
afterEach(() => void jest.restoreAllMocks())

describe('a browser that witnesses a record', () => {
  it('[HI17] remembers the first checkpoint it sees, and says the next time that all of it is still there', async () => {
    const first = await open(proofAt(4, 20), { seq: 20 })
    expect(screen.getByText(/Checkpoint 4, signed .* up to entry 20\. From now on this browser/)).toBeTruthy()
    first.unmount()
    await open(proofAt(6, 31), { seq: 31 })
    expect(
      screen.getByText(/Everything that this browser saw .*, up to entry 20, is still here/),
    ).toBeTruthy()
  })

  it('[HI17] raises an alarm in words when entries it saw are gone, and goes on remembering them', async () => {
    const first = await open(proofAt(4, 20), { seq: 20 })
    first.unmount()
    const second = await open(proofAt(6, 12), { seq: 12 })
    expect(screen.getByRole('alert').textContent).toContain('missing at the end of this record')
    second.unmount()
    await open(proofAt(7, 20), { seq: 20 })
    expect(screen.getByText(/up to entry 20, is still here/)).toBeTruthy()
  })

  it('[HI17] raises an alarm when what it saw was rewritten, when a number has two roots, and for a forgery', async () => {
    const first = await open(proofAt(4, 20), { seq: 20 })
    first.unmount()
    const second = await open(proofAt(6, 20), { seq: 20, at: otherHashAt })
    expect(screen.getByRole('alert').textContent).toContain('are other entries now')
    second.unmount()
    const third = await open(proofAt(4, 21), { seq: 21 })
    expect(screen.getByRole('alert').textContent).toContain('two different checkpoints of one number')
    third.unmount()
    const proof = proofAt(6, 30)
    const signature = proofAt(5, 30).checkpoint.signature
    await open({ ...proof, checkpoint: { ...proof.checkpoint, signature } }, { seq: 30 })
    expect(screen.getByRole('alert').textContent).toContain('isn’t the clinic’s own')
  })

  it('[HI17] claims nothing while nothing could be compared', async () => {
    const first = await open(503, { seq: 20 })
    expect(screen.getByText(/No checkpoint could be fetched just now/)).toBeTruthy()
    first.unmount()
    const second = await open(proofAt(4, 25), { seq: 20 })
    expect(screen.getByText(/reaches to entry 25, which is not shown here yet/)).toBeTruthy()
    second.unmount()
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true })
    await open(proofAt(4, 20), { seq: 20 })
    expect(screen.getByText(/can’t check the clinic’s signature/)).toBeTruthy()
    expect(localStorage.length).toBe(0)
  })
})
