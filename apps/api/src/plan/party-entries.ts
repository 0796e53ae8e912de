import { Injectable } from '@nestjs/common'
import type { EntryRecord, Payload, SessionPayload } from '@accord/domain/history/payload'
import type { Relation } from '@accord/domain/case/relation'
import type { LogId, PersonId, SessionId } from '@accord/domain/ids'
import type { EntityManager } from 'typeorm'
import { EntryRepository, readersOf, type LogPlace } from '../history/entry.repository.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { sealEntry, type StoredEntry } from '../history/sealing.js'

export type PartyPayload = Extract<Payload, { kind: 'party.joined' | 'party.ended' }>

/** Who changes the parties of a case, and when, in ms. Row-level security asks for an administrator. */
export interface PartyChange {
  readonly by: PersonId
  /** As what they do it: a party begins a confidential log, and does what is done in a session. (CF1, SE5) */
  readonly as?: Relation
  readonly at: number
  readonly payloads: readonly (PartyPayload | SessionPayload)[]
}

interface HeadRow {
  readonly seq: string
  readonly hash: Buffer
  readonly at_ms: string
  readonly epoch: number
}

/** Such an entry means what it says, and nothing to any agreement: the fold finds the same. (HI2) */
const RECORD: EntryRecord = {}

/**
 * Says in a plan's log who joins and whose part ends, and what becomes of a session, in the transaction that changes it:
 * whatever is written next, on whichever process, comes after it and is decided by it. (CL11, SE5)
 */
@Injectable()
export class PartyEntries {
  constructor(
    private readonly keys: KeyStore,
    private readonly entries: EntryRepository,
  ) {}

  /** @returns when it was written, in ms: never before the entry before it */
  async append(manager: EntityManager, place: LogPlace, change: PartyChange): Promise<number> {
    const head = await this.lockedHead(manager, place)
    const at = Math.max(change.at, Number(head.at_ms))
    const session = await liveSession(manager, place.log)
    const sealed = this.seal(place, { ...change, at }, head, session)
    const won = await this.entries.commit(sealed, manager)
    if (sealed.length > 0 && !won.has(place.log))
      throw new Error(`log ${place.log} moved on while it was locked`)
    // What else the transaction stores is stored in the name of whoever makes the change.
    await ClinicTransactions.showTo(manager, [...readersOf(place), change.by])
    return at
  }

  /** Locked until the transaction ends: nothing is written meanwhile that would not know of the change. */
  async lockedHead(manager: EntityManager, place: LogPlace): Promise<HeadRow> {
    await ClinicTransactions.showTo(manager, readersOf(place))
    const [head] = await manager.query<HeadRow[]>(
      'SELECT seq, hash, at_ms, epoch FROM log_head WHERE log_id = $1 FOR NO KEY UPDATE',
      [place.log],
    )
    if (!head) throw new Error(`log ${place.log} has no head`)
    return head
  }

  private seal(
    { clinic, log }: LogPlace,
    change: PartyChange,
    head: HeadRow,
    live: SessionId | null,
  ): readonly StoredEntry[] {
    const key = this.keys.open(log)
    let prevHash: Uint8Array = head.hash
    return change.payloads.map((payload, index) => {
      const stamp = { seq: Number(head.seq) + index + 1, at: change.at, author: change.by }
      const session = 'session' in payload ? payload.session : live
      const nowhere = { clientId: null, op: null, connection: null, session }
      const header = { clinic, log, prevHash, epoch: head.epoch, ...stamp, ...nowhere }
      const entry = sealEntry({ ...header, relation: change.as ?? 'administrator' }, payload, RECORD, key)
      prevHash = entry.hash
      return entry
    })
  }
}

/** The session that the log itself says is live; asked while its head is locked. (SE6) */
async function liveSession(manager: EntityManager, log: LogId): Promise<SessionId | null> {
  const [last] = await manager.query<{ kind: string; session_id: SessionId }[]>(
    `SELECT kind, session_id FROM entry WHERE log_id = $1 AND kind LIKE 'session.%' ORDER BY seq DESC LIMIT 1`,
    [log],
  )
  return last && last.kind !== 'session.ended' ? last.session_id : null
}
