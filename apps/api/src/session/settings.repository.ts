import { utf8 } from '@accord/domain/history/bytes'
import type { CaseId, LogId } from '@accord/domain/ids'
import type { SessionSettingsBody } from '@accord/domain/rest/session'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'
import type { SessionReader } from './session.repository.js'

const NONE: SessionSettingsBody = { budget: null, callLink: null }

/** How many sessions a case has, and where its remote ones meet; the link is encrypted with the plan's key. (SE14, SE15) */
@Injectable()
export class SettingsRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  async read(
    { clinic, person }: SessionReader,
    place: { readonly caseId: CaseId; readonly plan: LogId },
  ): Promise<SessionSettingsBody> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query<{ budget: number | null; link: Buffer | null }[]>(
          'SELECT budget, call_link AS link FROM session_settings WHERE case_id = $1',
          [place.caseId],
        ),
      [person],
    )
    const [row] = rows
    if (!row) return NONE
    const { budget, link } = row
    const callLink =
      link && decrypt(link, this.keys.open(place.plan).key, linkOf(place.caseId)).toString('utf8')
    return { budget, callLink }
  }

  async planOf({ clinic }: SessionReader, caseId: CaseId): Promise<LogId | null> {
    const rows = await this.transactions.run([clinic], (manager) =>
      manager.query<{ plan: LogId }[]>(
        `SELECT log_id AS plan FROM log WHERE case_id = $1 AND audience = 'plan'`,
        [caseId],
      ),
    )
    return rows[0]?.plan ?? null
  }

  async save(
    { clinic, person }: SessionReader,
    { caseId, plan }: { readonly caseId: CaseId; readonly plan: LogId },
    { budget, callLink }: SessionSettingsBody,
    at: number,
  ): Promise<void> {
    const { key, version } = this.keys.open(plan)
    const link = callLink === null ? null : encrypt(utf8(callLink), key, linkOf(caseId))
    await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query(
          `INSERT INTO session_settings (case_id, clinic_id, person_id, budget, key_version, call_link, at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (case_id) DO UPDATE SET person_id = excluded.person_id, budget = excluded.budget,
             key_version = excluded.key_version, call_link = excluded.call_link, at = excluded.at`,
          [caseId, clinic, person, budget, version, link, new Date(at)],
        ),
      [person],
    )
  }
}

function linkOf(caseId: CaseId): Uint8Array {
  return utf8(`accord/call-link/1 ${caseId}`)
}
