import type { ItemScope } from '@accord/domain/access/record-item'
import type { Actor } from '@accord/domain/access/subject'
import type { ItemKind, ItemPlace } from '@accord/domain/addendum/item'
import type { CaseId, NoteId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { SCOPE_OF_ITEM } from './item-scope.js'

/** An addendum as PostgreSQL shows it to a reader, with what the rule asks of its item. Times in ms. */
export interface AddendumRow extends ItemPlace, Omit<ItemScope, 'kind'> {
  readonly kind: ItemKind
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly content: Buffer
}

/** A reply to a note, with what one needs to know the note again. */
export interface ReplyRow {
  readonly note: NoteId
  readonly number: number
  readonly by: PersonId
  readonly at: number
  readonly content: Buffer
  readonly session: number
  readonly author: PersonId
  readonly heldAt: number
}

export interface NewAddendum extends ItemPlace {
  readonly caseId: CaseId
  readonly client: PersonId | null
  readonly number: number
  readonly at: number
  readonly keyVersion: number
  readonly content: Buffer
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`
const OF_CASE = `
SELECT a.kind, a.item_id AS item, a.entry, a.number, a.client_id AS client, a.person_id AS by, ${MS('a.at')} AS at, a.content,
  ${SCOPE_OF_ITEM}
FROM record_addendum a WHERE a.case_id = $1 ORDER BY a.at, a.number`

const REPLIES = `
SELECT r.note_id AS note, r.number, r.person_id AS by, ${MS('r.at')} AS at, r.content, n.author_id AS author,
  ${MS('o.scheduled_for')} AS "heldAt",
  (SELECT count(*)::int FROM session m WHERE m.case_id = o.case_id AND m.state <> 'cancelled'
    AND (m.scheduled_for, m.session_id) <= (o.scheduled_for, o.session_id)) AS session
FROM note_reply r JOIN note n USING (note_id) JOIN session o ON o.session_id = n.session_id
WHERE n.case_id = $1 ORDER BY r.at, r.number`

const ADD = `
INSERT INTO record_addendum
  (case_id, kind, item_id, entry, number, clinic_id, client_id, person_id, at, key_version, content)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000), $10, $11)
ON CONFLICT DO NOTHING RETURNING 1`

/** What was added to records. Nothing here changes or removes a word; the database refuses it as well. (AD6) */
@Injectable()
export class AddendumRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** As far as row-level security shows them to this reader, the earliest first. */
  async ofCase({ clinic, person }: Actor, caseId: CaseId): Promise<readonly AddendumRow[]> {
    return this.transactions.ask<AddendumRow[]>([clinic], OF_CASE, [caseId], [person])
  }

  async replies({ clinic, person }: Actor, caseId: CaseId): Promise<readonly ReplyRow[]> {
    return this.transactions.ask<ReplyRow[]>([clinic], REPLIES, [caseId], [person])
  }

  /** @returns false when somebody else took the number first */
  async add({ clinic, person }: Actor, one: NewAddendum): Promise<boolean> {
    const { caseId, kind, item, entry, number, client, at, keyVersion, content } = one
    const values = [caseId, kind, item, entry, number, clinic, client, person, at, keyVersion, content]
    const added = await this.transactions.run([clinic], (manager) => manager.query<unknown[]>(ADD, values), [
      person,
    ])
    return added.length > 0
  }
}
