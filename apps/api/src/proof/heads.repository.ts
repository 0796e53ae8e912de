import { toHex } from '@accord/domain/history/bytes'
import type { Head } from '@accord/domain/history/checkpoint'
import type { LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

interface HeadRow {
  readonly log_id: LogId
  readonly seq: string
  readonly hash: Buffer
  readonly epoch: number
}

/** Any number that is ours: of all processes one writes a checkpoint at a time. */
const CHECKPOINT_LOCK = 4_107_312

/** Where every log ends, and nothing of whose it is. (HI14) */
@Injectable()
export class HeadsRepository {
  constructor(private readonly database: DataSource) {}

  /** Runs while no other process writes checkpoints, with the heads as they are then. */
  async locked<T>(work: (heads: readonly Head[]) => T): Promise<T> {
    return this.database.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [CHECKPOINT_LOCK])
      const rows = await manager.query<HeadRow[]>('SELECT log_id, seq, hash, epoch FROM read_heads()')
      return work(rows.map(headOf))
    })
  }

  /** How many entries there are in all logs together. */
  async count(): Promise<number> {
    const rows: { count: string }[] = await this.database.query('SELECT count_entries() AS count')
    return Number(rows[0]?.count ?? 0)
  }
}

function headOf({ log_id: log, seq, hash, epoch }: HeadRow): Head {
  return { log, seq: Number(seq), hash: toHex(hash), epoch }
}
