import { auditStart, checkAudit } from '@accord/domain/audit/chain'
import type { AuditEvent } from '@accord/domain/audit/event'
import type { ClinicId } from '@accord/domain/ids'
import type { QueryRunner } from 'typeorm'
import { ownerDataSource } from '../database/data-source.js'
import { sha256 } from '../history/sealing.js'
import { AUDIT_COLUMNS } from './audit.repository.js'

/** How the audit of a clinic was found: so many events hold, and the first that does not, if any. */
export interface VerifiedAudit {
  readonly clinic: ClinicId
  readonly events: number
  readonly broken: number | null
}

const PAGE = 2_000

/** Checks the audit of every clinic, as a role that reads and changes nothing. (AU4) */
export async function verifyAudits(
  databaseUrl: string,
  told: (result: VerifiedAudit) => void,
): Promise<void> {
  const owner = await ownerDataSource(databaseUrl).initialize()
  const runner = owner.createQueryRunner()
  try {
    await runner.query('SET ROLE accord_verifier')
    const heads = await runner.manager.query<{ clinic: ClinicId; seq: number }[]>(
      'SELECT clinic_id AS clinic, seq::float8 AS seq FROM audit_head ORDER BY clinic_id',
    )
    for (const { clinic, seq } of heads) told(await verified(runner, clinic, seq))
  } finally {
    await runner.query('RESET ROLE')
    await runner.release()
    await owner.destroy()
  }
}

/** A tail that was cut off is found by the head, which counts further. */
async function verified(runner: QueryRunner, clinic: ClinicId, headSeq: number): Promise<VerifiedAudit> {
  let last = auditStart(clinic, sha256)
  for (;;) {
    const events = await runner.manager.query<AuditEvent[]>(
      `SELECT ${AUDIT_COLUMNS} FROM audit_event e WHERE e.clinic_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT ${PAGE}`,
      [clinic, last.seq],
    )
    const next = checkAudit(last, events, sha256)
    if ('broken' in next) return { clinic, events: next.broken - 1, broken: next.broken }
    last = next
    if (events.length < PAGE)
      return { clinic, events: last.seq, broken: last.seq === headSeq ? null : last.seq + 1 }
  }
}
