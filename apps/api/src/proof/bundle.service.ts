import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Actor } from '@accord/domain/access/subject'
import { momentsRead, readEntry, startReading, type Moment } from '@accord/domain/history/moments'
import type { LogId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { PlanProof } from '@accord/domain/rest/proof'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../audit/access-event.repository.js'
import { Clock } from '../config/clock.js'
import type { LogPlace } from '../history/entry.repository.js'
import { message } from '../messages/message.js'
import { clockOf, pageParts } from './bundle-page.js'
import { BundleZip } from './bundle-zip.js'
import { BundledEntries } from './bundled-entries.js'
import { ProofService } from './proof.service.js'
import { publicKeyPem } from './signing-key.js'

/** A case's history on its way out: its file name, and its bytes as they are made. */
export interface Bundle {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

interface Wanted {
  readonly place: LogPlace
  readonly proof: PlanProof
  readonly clinic: string
  readonly people: readonly PersonName[]
  readonly madeAt: number
  readonly timeZone: string
}

/** The program that a third party checks a bundle with, as it lies in the checkout. */
const VERIFIER = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../../verifier/verify-history.mjs',
)
/** Bundles that one process makes at a time: each holds a page of entries and all moments of a plan. */
const AT_ONCE = 2

/** What came of the entries: what the page tells, and how many there were. */
interface Told {
  readonly moments: readonly Moment[]
  readonly entries: number
  readonly unreadable: number | null
}

/** Gives a case's history to somebody who may see it, with everything that shows it is whole. (HI18) */
@Injectable()
export class BundleService {
  private making = 0

  constructor(
    private readonly proofs: ProofService,
    private readonly entries: BundledEntries,
    private readonly events: AccessEventRepository,
    private readonly clock: Clock,
  ) {}

  async make(actor: Actor, plan: LogId, timeZone: string): Promise<Bundle | Refusal> {
    const seen = await this.proofs.caseFor(actor, plan, 'history.export')
    if ('refused' in seen) return seen
    if (!isZone(timeZone)) return refuse('malformed')
    if (this.making >= AT_ONCE) return refuse('too-fast')
    const { clinic, person } = actor
    const { caseId } = seen.facts
    // Before anything is made: what leaves the house is written down, or it does not leave. (AC8)
    const { place, relation } = seen
    await this.events.exported({ clinic, caseId, log: plan, person, relation, connection: null })
    const proof = await this.proofs.covering(place)
    if ('refused' in proof) return proof
    const madeAt = this.clock.now()
    const name = `accord-history-${new Date(madeAt).toISOString().slice(0, 10)}.zip`
    const about = await this.entries.about(place, caseId)
    return { name, chunks: this.chunks({ ...about, place, proof, madeAt, timeZone }) }
  }

  private async *chunks(wanted: Wanted): AsyncGenerator<Uint8Array> {
    this.making += 1
    try {
      const zip = new BundleZip(new Date(wanted.madeAt))
      const told = yield* this.writeEntries(zip, wanted)
      const page = zip.begin('index.html')
      for (const part of pageParts({ ...wanted, ...told })) {
        zip.write(page, part)
        yield* zip.taken()
      }
      zip.end(page)
      await addTheRest(zip, wanted, told)
      yield* zip.taken()
    } finally {
      this.making -= 1
    }
  }

  private async *writeEntries(zip: BundleZip, { place, proof }: Wanted): AsyncGenerator<Uint8Array, Told> {
    const file = zip.begin('entries.jsonl')
    const reading = startReading()
    let unreadable: number | null = null
    let entries = 0
    for await (const page of this.entries.pages(place, proof.leaf.seq)) {
      for (const { seq, read } of page) {
        // What follows an entry that cannot be read cannot be told either: its words stand on the ones before.
        if (!read) unreadable ??= seq
        else if (unreadable === null) readEntry(reading, read)
      }
      entries += page.length
      zip.write(file, page.map(({ line }) => line).join(''))
      yield* zip.taken()
    }
    zip.end(file)
    return { moments: momentsRead(reading), entries, unreadable }
  }
}

/** Everything that is small; the manifest last, because it names all others. */
async function addTheRest(
  zip: BundleZip,
  { proof, people, madeAt }: Wanted,
  { entries }: Told,
): Promise<void> {
  const { clinic, plan, checkpoint, leaf, index, path: way, restored } = proof
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const shown = { clinic_id: clinic, log_id: plan, checkpoint, leaf, index, path: way }
  zip.add('proof.json', json(restored ? { ...shown, restored } : shown))
  zip.add('public-key.pem', publicKeyPem(Buffer.from(checkpoint.publicKey, 'base64')))
  zip.add('people.json', json(people))
  zip.add('verify-history.mjs', await readFile(VERIFIER))
  zip.add('README.txt', message('bundle.readme', { entries, made: new Date(madeAt).toISOString() }))
  const format = 'accord/bundle/1'
  const made_at_ms = madeAt
  zip.add(
    'manifest.json',
    json({ format, clinic_id: clinic, log_id: plan, entries, made_at_ms, files: zip.files }),
  )
  zip.finish()
}

function isZone(timeZone: string): boolean {
  try {
    clockOf(timeZone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
