import { Injectable } from '@nestjs/common'
import { concat, field, u64, utf8, uuidBytes } from '@accord/domain/history/bytes'
import { canonicalJson } from '@accord/domain/history/content'
import type { LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { readersOf, type LogPlace } from '../history/entry.repository.js'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** States of plans at some of their entries: a cache, encrypted like the entries that they are folded from. (HI10) */
@Injectable()
export class CheckpointRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  /** The latest state at or before an entry; null when there is none that can be read. */
  async nearest(place: LogPlace, upTo: number): Promise<Plan | null> {
    const rows = await this.transactions.ask<{ seq: string; content: Buffer }[]>(
      [place.clinic],
      'SELECT seq, content FROM plan_checkpoint WHERE log_id = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1',
      [place.log, upTo],
      readersOf(place),
    )
    const [row] = rows
    return row ? this.read(place.log, Number(row.seq), row.content) : null
  }

  async keep(place: LogPlace, plan: Plan): Promise<void> {
    const { clinic, log } = place
    const { version, key } = this.keys.open(log)
    const content = encrypt(utf8(canonicalJson(plan)), key, sealedFor(log, plan.seq))
    await this.transactions.run(
      [clinic],
      (manager) =>
        manager.query(
          `INSERT INTO plan_checkpoint (log_id, clinic_id, seq, key_version, content)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
          [log, clinic, plan.seq, version, content],
        ),
      readersOf(place),
    )
  }

  private read(log: LogId, seq: number, content: Buffer): Plan | null {
    const { key } = this.keys.open(log)
    try {
      const plan = JSON.parse(decrypt(content, key, sealedFor(log, seq)).toString()) as Plan
      return plan.log === log && plan.seq === seq ? plan : null
    } catch {
      // A cache that cannot be read is no cache: the log itself has everything.
      return null
    }
  }
}

function sealedFor(log: LogId, seq: number): Uint8Array {
  return concat([utf8('accord/plan-checkpoint/1'), field(uuidBytes(log)), field(u64(seq))])
}
