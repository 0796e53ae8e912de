import type { Actor } from '@accord/domain/access/subject'
import type { NoteContent } from '@accord/domain/note/content'
import type { Release, ReleaseChoice } from '@accord/domain/note/release'
import { mayFollow } from '@accord/domain/note/state'
import type { Amendment, CoSigning, NoteReply, NoteView, SignedNote } from '@accord/domain/rest/note'
import { Injectable } from '@nestjs/common'
import { KeyStore, type LogKey } from '../history/key-store.js'
import type { AftermathRows, NumberedRow, SignedRow } from './note-rows.js'
import { unseal } from './note-seal.js'
import { NoteSeats, type SeatAtNote } from './note-seats.js'

/** What is sealed of a signature: the words, and the hash of the text that their writer saw. */
export interface SealedSignature {
  readonly content: NoteContent
  readonly hash: string
}

/** A signed note, opened for somebody who may read it. */
@Injectable()
export class NoteViews {
  constructor(
    private readonly seats: NoteSeats,
    private readonly keys: KeyStore,
  ) {}

  async view(actor: Actor, { row, stored, facts, relation }: SeatAtNote): Promise<NoteView> {
    const [after, session, people, discipline] = await Promise.all([
      this.seats.notes.aftermath(actor, row.note),
      this.seats.told(actor, stored),
      this.seats.access.peopleOfCase(actor.clinic, stored.caseId),
      this.seats.discipline(actor, facts.caseId),
    ])
    const isAuthor = row.author === actor.person && relation === 'practitioner'
    return {
      ...{ note: row.note, session, author: row.author, state: row.state, discipline, people },
      ...opened(after, this.keys.open(stored.plan), row.note),
      may: {
        amend: isAuthor && mayFollow(row.state, 'amend'),
        coSign: relation === 'supervisor' && row.author !== actor.person && mayFollow(row.state, 'co-sign'),
        release: isAuthor && mayFollow(row.state, 'release'),
      },
    }
  }
}

/** What followed a signature, in words again. */
export function opened(
  rows: AftermathRows,
  key: LogKey,
  note: SeatAtNote['row']['note'],
): Pick<NoteView, 'signed' | 'coSignings' | 'amendments' | 'replies' | 'release'> {
  const last = rows.releases.at(-1)
  return {
    signed: rows.signed.map((row) => openSigned(row, key)),
    coSignings: rows.coSignings.map(({ words, ...said }): CoSigning => {
      const place = { what: 'returned', note, number: said.version } as const
      return { ...said, returned: words && (unseal(words, place, key) as string) }
    }),
    amendments: rows.amendments.map((row) => openAmendment(row, note, key)),
    replies: rows.replies.map(({ content, ...said }): NoteReply => {
      const place = { what: 'reply', note, number: said.number } as const
      return { ...said, words: unseal(content, place, key) as string }
    }),
    release: last === undefined ? null : openRelease(last, note, key),
  }
}

export function openSigned({ note, content, ...said }: SignedRow, key: LogKey): SignedNote {
  const place = { what: 'signed', note, number: said.version } as const
  return { ...said, ...(unseal(content, place, key) as SealedSignature) }
}

function openAmendment({ content, ...said }: NumberedRow, note: SignedRow['note'], key: LogKey): Amendment {
  const place = { what: 'amendment', note, number: said.number } as const
  return { ...said, ...(unseal(content, place, key) as Pick<Amendment, 'words' | 'hash'>) }
}

function openRelease({ content, ...said }: NumberedRow, note: SignedRow['note'], key: LogKey): Release {
  return {
    ...said,
    choice: unseal(content, { what: 'release', note, number: said.number }, key) as ReleaseChoice,
  }
}
