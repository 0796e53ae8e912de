import type { DisclosureAuthority } from '@accord/domain/consent/disclosure'
import type { CaseId, ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { Sealed } from './consent-seal.js'
import { ledgerOf, type StoredConsent } from './consent.repository.js'

/** What was told, as the database has it. Times in ms. */
export interface StoredDisclosure {
  readonly disclosure: string
  readonly toldAt: number
  readonly authority: DisclosureAuthority
  readonly consent: string | null
  readonly heldUntil: number | null
  readonly by: PersonId
  readonly writtenAt: number
  readonly words: Buffer
}

/** A case, and who reads or writes of it. */
interface ReaderPlace {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly reader: PersonId
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

const DISCLOSURES = `
SELECT disclosure_id AS disclosure, ${MS('told_at')} AS "toldAt", authority, consent_id AS consent,
  ${MS('held_until')} AS "heldUntil", written_by AS by, ${MS('written_at')} AS "writtenAt", words
FROM disclosure WHERE case_id = $1 ORDER BY told_at DESC, disclosure_id DESC`

const ADD = `
INSERT INTO disclosure (disclosure_id, clinic_id, case_id, told_at, authority, consent_id, held_until, written_by,
  written_at, key_version, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`

/** What was told to outsiders. Nothing here changes or removes one. (CO9) */
@Injectable()
export class DisclosureRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The latest first, as far as row-level security shows them to this reader. */
  async of({ clinic, caseId, reader }: ReaderPlace): Promise<readonly StoredDisclosure[]> {
    return this.transactions.ask<StoredDisclosure[]>([clinic], DISCLOSURES, [caseId], [reader])
  }

  async consentsOf({ clinic, caseId, reader }: ReaderPlace): Promise<readonly StoredConsent[]> {
    return this.transactions.run([clinic], (manager) => ledgerOf(manager, caseId), [reader])
  }

  async add(
    { clinic, caseId, reader }: ReaderPlace,
    row: Omit<StoredDisclosure, 'by' | 'words'>,
    { words, keyVersion }: Sealed,
  ): Promise<void> {
    const { disclosure, toldAt, authority, consent, heldUntil, writtenAt } = row
    const held = heldUntil === null ? null : new Date(heldUntil)
    await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query(ADD, [
          ...[disclosure, clinic, caseId, new Date(toldAt), authority, consent, held, reader],
          ...[new Date(writtenAt), keyVersion, words],
        ]),
      [reader],
    )
  }
}
