import { COMFORT_FIELDS, type ComfortField } from '@accord/domain/case/comfort'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'

const COLUMNS: Readonly<Record<ComfortField, string>> = {
  callMe: 'call_me',
  languages: 'languages',
  interpreter: 'interpreter',
  temperature: 'temperature',
  light: 'light',
  sound: 'sound',
  touch: 'touch',
  scent: 'scent',
  wordsToAvoid: 'words_to_avoid',
}
const NAMES = COMFORT_FIELDS.map((field) => COLUMNS[field])

export type SealedWords = Readonly<Record<ComfortField, Buffer | null>>

/** Where somebody's words are kept: one client's, in one case. */
export interface ComfortPlace {
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly client: PersonId
}

/** A version as it is stored; every field encrypted with the key of the case's plan. */
export interface ComfortVersion {
  readonly client: PersonId
  readonly version: number
  readonly at: number
  readonly by: PersonId
  readonly words: SealedWords
}

export interface NewVersion extends ComfortPlace {
  readonly version: number
  readonly at: Date
  readonly by: PersonId
  readonly keyVersion: number
  readonly words: SealedWords
}

const LATEST = `
SELECT DISTINCT ON (person_id) person_id AS client, version, written_by AS by,
  floor(extract(epoch FROM written_at) * 1000)::float8 AS at,
  ${COMFORT_FIELDS.map((field) => `${COLUMNS[field]} AS "${field}"`).join(', ')}
FROM comfort_version WHERE case_id = $1 ORDER BY person_id, version DESC`

const APPEND = `
INSERT INTO comfort_version (clinic_id, case_id, person_id, version, written_at, written_by, key_version, ${NAMES.join(', ')})
VALUES (${Array.from({ length: 7 + NAMES.length }, (_, at) => `$${at + 1}`).join(', ')})`

type ComfortRow = Omit<ComfortVersion, 'words'> & SealedWords

/** Every version of what clients said of how they like things. Nothing here changes or removes one. (CL21) */
@Injectable()
export class ComfortRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The latest version of every client of a case, as far as row-level security shows them to this reader. */
  async latest(clinic: ClinicId, caseId: CaseId, reader: PersonId): Promise<readonly ComfortVersion[]> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<ComfortRow[]>(LATEST, [caseId]),
      [reader],
    )
    return rows.map(({ client, version, at, by, ...words }) => ({ client, version, at, by, words }))
  }

  async append({ clinic, caseId, client, version, at, by, keyVersion, words }: NewVersion): Promise<void> {
    const sealed = COMFORT_FIELDS.map((field) => words[field])
    const row = [clinic, caseId, client, version, at, by, keyVersion, ...sealed]
    await this.transactions.run([clinic], (manager) => manager.query(APPEND, row), [by])
  }

  /** The plan of a case, whose key encrypts these words. */
  async planOf(clinic: ClinicId, caseId: CaseId): Promise<LogId | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ plan: LogId }[]>(
        `SELECT log_id AS plan FROM log WHERE case_id = $1 AND audience = 'plan'`,
        [caseId],
      ),
    )
    return rows[0]?.plan ?? null
  }
}
