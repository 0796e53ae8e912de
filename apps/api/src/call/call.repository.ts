import { utf8 } from '@accord/domain/history/bytes'
import type { ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { Clock } from '../config/clock.js'
import { KeyMissing, KeyStore, type LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { decrypt, encrypt } from '../history/sealing.js'

interface Row {
  readonly id: string
  readonly whose: PersonId | null
  readonly link: Buffer | null
}

const LATEST = `
SELECT DISTINCT ON (whose) address_id AS id, whose, link FROM call_address
WHERE clinic_id = $1 AND (whose IS NULL OR whose = ANY ($2::uuid[]))
ORDER BY whose, at DESC, address_id DESC`

const ADD = `
INSERT INTO call_address (address_id, clinic_id, whose, key_version, link, person_id, at)
VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`

/** Where remote sessions meet; whoever knows a link can come in, so it is encrypted, with a key of the clinic's. (SE14) */
@Injectable()
export class CallRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
    private readonly clock: Clock,
  ) {}

  /** By whose they are; the clinic's own under null. */
  async of(clinic: ClinicId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId | null, string>> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<Row[]>(LATEST, [clinic, people]),
    )
    return new Map(
      rows.flatMap(({ id, whose, link }) => (link ? [[whose, this.opened(clinic, id, link)]] : [])),
    )
  }

  /** The one that counts in a case: its practitioner's, or else the clinic's. */
  async usual(clinic: ClinicId, practitioners: readonly PersonId[]): Promise<string | null> {
    const links = await this.of(clinic, practitioners)
    const own = practitioners.map((person) => links.get(person)).find((link) => link !== undefined)
    return own ?? links.get(null) ?? null
  }

  async set(
    { clinic, person }: { readonly clinic: ClinicId; readonly person: PersonId },
    whose: PersonId | null,
    link: string | null,
  ): Promise<void> {
    const at = this.clock.now()
    const id = newUuid(at)
    await this.transactions.run(
      [clinic],
      async (manager) => {
        // The clinic's key is made at its first link, by whoever comes first.
        await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`call ${clinic}`])
        const { key, version } = this.keyOf(clinic)
        const sealed = link === null ? null : encrypt(utf8(link), key, linkOf(id))
        await manager.query(ADD, [id, clinic, whose, version, sealed, person, at])
      },
      [person],
    )
  }

  private opened(clinic: ClinicId, id: string, link: Buffer): string {
    return decrypt(link, this.keys.open(keyName(clinic)).key, linkOf(id)).toString('utf8')
  }

  private keyOf(clinic: ClinicId): LogKey {
    try {
      return this.keys.open(keyName(clinic))
    } catch (error) {
      if (!(error instanceof KeyMissing)) throw error
      return this.keys.create(keyName(clinic))
    }
  }
}

/** A clinic's key has the clinic's id: keys are named by ids alone. */
function keyName(clinic: ClinicId): LogId {
  return clinic as unknown as LogId
}

function linkOf(id: string): Uint8Array {
  return utf8(`accord/call-address/1 ${id}`)
}
