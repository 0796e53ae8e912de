import { Injectable } from '@nestjs/common'
import { concat, field, u64, utf8, uuidBytes } from '@accord/domain/history/bytes'
import { canonicalJson } from '@accord/domain/history/content'
import type { LogId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { Gathered } from '../database/gathered.js'
import { RowsOfEach } from '../database/rows-of-each.js'
import { readersOf, type LogPlace } from '../history/entry.repository.js'
import type { StateAt } from '../history/kept-states.js'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'

/** A plan at one of its entries, ready to be kept. */
interface SealedState {
  readonly place: LogPlace
  readonly seq: number
  readonly version: number
  readonly content: Buffer
}

const KEEP = `INSERT INTO plan_checkpoint (log_id, clinic_id, seq, key_version, content)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::integer[], $5::bytea[]) AS s (log_id)
  WHERE NOT EXISTS (SELECT 1 FROM log l JOIN clinic_case c ON c.case_id = l.case_id
    WHERE l.log_id = s.log_id AND c.erased_at IS NOT NULL) ON CONFLICT DO NOTHING`

/** A plan, and where in its log's chain that is. */
export type PlanState = StateAt<Plan>

interface Wanted {
  readonly log: LogId
  /** The last entry that may be folded in. */
  readonly upTo: number
}

interface CheckpointRow {
  readonly log_id: LogId
  readonly up_to: string
  readonly seq: string
  readonly content: Buffer
  readonly hash: Buffer
  readonly at_ms: string
  readonly epoch: number
}

const NEAREST = `
SELECT w.log_id, w.up_to, c.seq, c.content, e.hash, e.at_ms, e.epoch
FROM unnest($1::uuid[], $2::bigint[]) AS w (log_id, up_to)
CROSS JOIN LATERAL (SELECT k.seq, k.content FROM plan_checkpoint k
  WHERE k.log_id = w.log_id AND k.seq <= w.up_to ORDER BY k.seq DESC LIMIT 1) c
JOIN entry e ON e.log_id = w.log_id AND e.seq = c.seq`

/** States of plans at some of their entries: a cache, encrypted like the entries that they are folded from. (HI10) */
@Injectable()
export class CheckpointRepository {
  private readonly kept = new Gathered((states: readonly SealedState[]) => this.keepAll(states))
  private readonly near: RowsOfEach<Wanted, CheckpointRow>

  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {
    this.near = new RowsOfEach(transactions, {
      sql: NEAREST,
      parameters: (wanted) => [wanted.map(({ log }) => log), wanted.map(({ upTo }) => upTo)],
      keyOf: ({ log, upTo }) => `${log} ${upTo}`,
      keyOfRow: (row) => `${row.log_id} ${row.up_to}`,
    })
  }

  /** The latest state at or before an entry; null when there is none that can be read. */
  async nearest(place: LogPlace, upTo: number): Promise<PlanState | null> {
    const { clinic, log } = place
    const [row] = await this.near.of({ log, upTo }, { clinic, people: readersOf(place) })
    const seq = Number(row?.seq)
    const plan = row && seq > 0 ? this.read(log, seq, row.content) : null
    if (!row || !plan) return null
    return { folded: plan, position: { log, seq, hash: row.hash, at: Number(row.at_ms), epoch: row.epoch } }
  }

  /** Those of many plans that come at about the same time are kept in one transaction. */
  async keep(place: LogPlace, plan: Plan): Promise<void> {
    const { version, key } = this.keys.open(place.log)
    const { seq } = plan
    const content = encrypt(utf8(canonicalJson(plan)), key, sealedFor(place.log, seq))
    await this.kept.ask({ place, seq, version, content })
  }

  private async keepAll(states: readonly SealedState[]): Promise<readonly null[]> {
    await this.transactions.run(
      [...new Set(states.map(({ place }) => place.clinic))],
      (manager) =>
        manager.query(KEEP, [
          states.map(({ place }) => place.log),
          states.map(({ place }) => place.clinic),
          states.map(({ seq }) => seq),
          states.map(({ version }) => version),
          states.map(({ content }) => content),
        ]),
      [...new Set(states.flatMap(({ place }) => readersOf(place)))],
    )
    return states.map(() => null)
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
