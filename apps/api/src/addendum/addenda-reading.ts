import { refusalOfItem } from '@accord/domain/access/record-item'
import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseKeys } from '../history/case-keys.js'
import type { LogKey } from '../history/key-store.js'
import { unseal } from '../note/note-seal.js'
import { openAddendum } from './addendum-seal.js'
import { AddendumRepository, type AddendumRow, type ReplyRow } from './addendum.repository.js'

const A_NOTE = { kind: 'note', client: null, isBetween: false, shown: null } as const

/** What was added to a record, as far as somebody reads the items that it stands at. (AD2) */
@Injectable()
export class AddendaReading {
  constructor(
    private readonly access: AccessService,
    private readonly repository: AddendumRepository,
    private readonly keys: CaseKeys,
  ) {}

  /** None where the asker has no part in the case. */
  async ofCase(actor: Actor, caseId: CaseId): Promise<readonly RecordAddendum[]> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    if (!facts || this.access.refusal(actor, 'addendum.read', facts)) return []
    return this.of(actor, facts)
  }

  /** Replies to notes stand among them; the earliest first. (AD7) */
  async of(actor: Actor, facts: CaseFacts): Promise<readonly RecordAddendum[]> {
    const { caseId, clinic } = facts
    const [rows, replies, key] = await Promise.all([
      this.repository.ofCase(actor, caseId),
      this.repository.replies(actor, caseId),
      this.keys.of(clinic, caseId),
    ])
    if (!key) return []
    const readsNotes = refusalOfItem(actor, A_NOTE, facts) === null
    return [
      ...rows
        .filter((row) => refusalOfItem(actor, row, facts) === null)
        .map((row) => opened(row, caseId, key)),
      ...(readsNotes ? replies.map((row) => openReply(row, key)) : []),
    ].sort((a, b) => a.at - b.at)
  }
}

function opened(
  { kind, item, entry, number, by, at, content }: AddendumRow,
  caseId: CaseId,
  key: LogKey,
): RecordAddendum {
  const place = { kind, item, entry, number }
  return { ...place, by, at, ...openAddendum(content, { ...place, caseId }, key) }
}

function openReply(row: ReplyRow, key: LogKey): RecordAddendum {
  const { note, number, by, at, content, session, author, heldAt } = row
  return {
    ...{ kind: 'note', item: note, entry: 0, number, by, at },
    words: unseal(content, { what: 'reply', note, number }, key) as string,
    about: { at: heldAt, by: author, number: session, name: null, words: null },
  }
}
