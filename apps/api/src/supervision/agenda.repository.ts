import type { CaseId, ClinicId, GoalId, PersonId } from '@accord/domain/ids'
import type { AgendaItem, AgendaSubject } from '@accord/domain/supervision/agenda'
import { utf8 } from '@accord/domain/history/bytes'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { z } from 'zod'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { decrypt, encrypt } from '../history/sealing.js'
import type { PairId } from './pair.repository.js'

interface ItemRow {
  readonly agenda_item_id: string
  readonly added_by: PersonId
  readonly added_ms: number
  readonly about: AgendaSubject['kind']
  readonly case_id: CaseId | null
  readonly goal_id: GoalId | null
  readonly comment_id: string | null
  readonly seq: number | null
  readonly content: Buffer
  readonly discussed_ms: number | null
  readonly discussed_in: string | null
}

const contentSchema = z.strictObject({ words: z.string(), goalName: z.string() })
const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`

interface BroughtRow {
  readonly case_id: CaseId
  readonly by: PersonId
  readonly at: number
}

const BROUGHT = `
SELECT DISTINCT ON (i.case_id) i.case_id, i.added_by AS by, ${MS('i.added_at')} AS at
FROM agenda_item i JOIN supervision s USING (supervision_id)
WHERE s.supervisor_id = $1 AND i.added_by = s.practitioner_id AND i.case_id IS NOT NULL
  AND i.discussed_at IS NULL ORDER BY i.case_id, i.added_at DESC`

/** What pairs want to talk about; the words encrypted with the pair's key. (SQ7) */
@Injectable()
export class AgendaRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  /** Open items in their order, then what was discussed since, the latest first. */
  async of(manager: EntityManager, pair: PairId, discussedSince: Date): Promise<readonly AgendaItem[]> {
    const rows = await manager.query<ItemRow[]>(
      `SELECT agenda_item_id, added_by, ${MS('added_at')} AS added_ms, about, case_id, goal_id, comment_id,
         seq::float8 AS seq, content, ${MS('discussed_at')} AS discussed_ms, discussed_in
       FROM agenda_item WHERE supervision_id = $1 AND (discussed_at IS NULL OR discussed_at >= $2)
       ORDER BY discussed_at IS NOT NULL, discussed_at DESC, place, agenda_item_id LIMIT 200`,
      [pair, discussedSince],
    )
    return rows.map((row) => this.opened(pair, row))
  }

  async openCount(manager: EntityManager, pair: PairId): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM agenda_item WHERE supervision_id = $1 AND discussed_at IS NULL',
      [pair],
    )
    return row?.count ?? 0
  }

  /** At the end of the order. */
  async add(
    manager: EntityManager,
    { clinic, pair }: { readonly clinic: ClinicId; readonly pair: PairId },
    item: Pick<AgendaItem, 'id' | 'by' | 'at' | 'about' | 'words' | 'goalName'>,
  ): Promise<void> {
    const { id, by, at, about, words, goalName } = item
    const { key, version } = this.keys.open(pair)
    const content = encrypt(utf8(JSON.stringify({ words, goalName })), key, sealedFor(id))
    const { caseId, goal, comment, seq } = columnsOf(about)
    await manager.query(
      `INSERT INTO agenda_item (agenda_item_id, clinic_id, supervision_id, added_by, added_at, about, case_id, goal_id,
         comment_id, seq, key_version, content, place)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
         (SELECT coalesce(max(place), 0) + 1 FROM agenda_item WHERE supervision_id = $3))`,
      [id, clinic, pair, by, new Date(at), about.kind, caseId, goal, comment, seq, version, content],
    )
  }

  /** @param order every open item, the first one first */
  async reorder(manager: EntityManager, pair: PairId, order: readonly string[]): Promise<void> {
    await manager.query(
      `UPDATE agenda_item i SET place = o.place FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
       WHERE i.supervision_id = $1 AND i.agenda_item_id = o.id AND i.discussed_at IS NULL`,
      [pair, order],
    )
  }

  /** How many were open and are discussed now. @param meeting in which, if in a recorded one */
  async discuss(
    manager: EntityManager,
    pair: PairId,
    items: readonly string[],
    held: { readonly at: number; readonly meeting: string | null },
  ): Promise<number> {
    const [rows] = await manager.query<[unknown[], number]>(
      `UPDATE agenda_item SET discussed_at = $3, discussed_in = $4
       WHERE supervision_id = $1 AND agenda_item_id = ANY ($2::uuid[]) AND discussed_at IS NULL
       RETURNING agenda_item_id`,
      [pair, items, new Date(held.at), held.meeting],
    )
    return rows.length
  }

  /** Which cases their practitioners want to bring to somebody's next supervision, and since when. */
  async brought(
    clinic: ClinicId,
    supervisor: PersonId,
  ): Promise<ReadonlyMap<CaseId, { readonly by: PersonId; readonly at: number }>> {
    const rows = await this.transactions.ask<BroughtRow[]>([clinic], BROUGHT, [supervisor], [supervisor])
    return new Map(rows.map(({ case_id: caseId, by, at }) => [caseId, { by, at }]))
  }

  private opened(pair: PairId, row: ItemRow): AgendaItem {
    const { agenda_item_id: id, discussed_ms: discussedAt } = row
    const bytes = decrypt(row.content, this.keys.open(pair).key, sealedFor(id))
    const { words, goalName } = contentSchema.parse(JSON.parse(bytes.toString('utf8')))
    const discussed = discussedAt === null ? null : { at: discussedAt, meeting: row.discussed_in }
    return { id, by: row.added_by, at: row.added_ms, about: subjectOf(row), words, goalName, discussed }
  }
}

function columnsOf(about: AgendaSubject) {
  const nothing = { caseId: null, goal: null, comment: null, seq: null }
  switch (about.kind) {
    case 'topic':
      return nothing
    case 'case':
      return { ...nothing, caseId: about.caseId }
    case 'goal':
      return { ...nothing, caseId: about.caseId, goal: about.goal }
    case 'moment':
      return { ...nothing, caseId: about.caseId, goal: about.goal, seq: about.seq }
    case 'comment':
      return { ...nothing, caseId: about.caseId, goal: about.goal, comment: about.comment }
  }
}

function subjectOf({
  about,
  case_id: caseId,
  goal_id: goal,
  comment_id: comment,
  seq,
}: ItemRow): AgendaSubject {
  if (caseId !== null && about === 'moment' && seq !== null) return { kind: 'moment', caseId, seq, goal }
  if (caseId !== null && goal !== null && comment !== null) return { kind: 'comment', caseId, goal, comment }
  if (caseId !== null && goal !== null) return { kind: 'goal', caseId, goal }
  return caseId === null ? { kind: 'topic' } : { kind: 'case', caseId }
}

/** Associated data of an item's words: they cannot be passed off as another item's. */
function sealedFor(id: string): Uint8Array {
  return utf8(`accord/agenda-item/1 ${id}`)
}
