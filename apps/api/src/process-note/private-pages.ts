import { utf8 } from '@accord/domain/history/bytes'
import type { CaseId, ClinicId, LogId, SessionId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { decrypt, encrypt } from '../history/sealing.js'
import type { SessionReader, StoredSession } from '../session/session.repository.js'

/** What a practitioner has to themselves about a session. */
export type PrivateKind = 'process-note' | 'reflection'

interface Row {
  readonly book: LogId
  readonly version: number
  readonly content: Buffer | null
  readonly at: number
}

/** One page as it stands; no words where it was emptied. */
export interface PrivatePage {
  readonly version: number
  readonly at: number
  readonly words: Buffer | null
}

/** What is to be kept; the version is the one after that which was read. */
interface KeptPage {
  readonly version: number
  readonly at: number
  readonly words: string | null
}

interface Statements {
  readonly read: string
  readonly begin: string
  readonly keep: string
}

/** Functions of `accord_private`: the application's own role can name neither table. (PN3, RF2) */
const OF: Readonly<Record<PrivateKind, Statements>> = {
  'process-note': {
    read: 'SELECT book, version, content, at FROM own_process_note($1, $2)',
    begin: 'SELECT book, is_new AS "isNew" FROM begin_own_process_note_book($1, $2, $3, $4)',
    keep: 'SELECT keep_own_process_note($1, $2, $3, $4, $5, $6, $7, $8) AS kept',
  },
  reflection: {
    read: 'SELECT book, version, content, at FROM own_reflection($1, $2)',
    begin: 'SELECT book, is_new AS "isNew" FROM begin_own_reflection_book($1, $2, $3, $4)',
    keep: 'SELECT keep_own_reflection($1, $2, $3, $4, $5, $6, $7, $8) AS kept',
  },
}

/** Encrypted with a key of one practitioner in one case, and shown to transactions that name them alone. (PN2, RF2) */
@Injectable()
export class PrivatePages {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  async read(
    kind: PrivateKind,
    { clinic, person }: SessionReader,
    session: SessionId,
  ): Promise<PrivatePage | null> {
    const [row] = await this.transactions.run(
      [clinic],
      (manager) => manager.query<Row[]>(OF[kind].read, [session, person]),
      [person],
    )
    if (!row) return null
    const { book, version, content, at } = row
    const place = placeOf(kind, session, version)
    return { version, at, words: content && decrypt(content, this.keys.open(book).key, place) }
  }

  /** @returns false where another version came in between */
  async keep(
    kind: PrivateKind,
    { clinic, person }: SessionReader,
    { session, caseId }: StoredSession,
    { version, at, words }: KeptPage,
  ): Promise<boolean> {
    return this.transactions.run(
      [clinic],
      async (manager) => {
        const book = await this.bookOf(manager, kind, [newUuid(at), clinic, caseId, person])
        const { key, version: keyVersion } = this.keys.open(book)
        const content = words === null ? null : encrypt(utf8(words), key, placeOf(kind, session, version))
        const page = [session, person, clinic, book, version, keyVersion, content, at]
        const [done] = await manager.query<{ kept: boolean }[]>(OF[kind].keep, page)
        return done?.kept ?? false
      },
      [person],
    )
  }

  /** Takes the row itself. (PN6) */
  async remove({ clinic, person }: SessionReader, session: SessionId): Promise<void> {
    await this.transactions.run(
      [clinic],
      (manager) => manager.query('SELECT delete_own_process_note($1, $2)', [session, person]),
      [person],
    )
  }

  /** The book's key is on the disk before anything is encrypted with it. */
  private async bookOf(
    manager: EntityManager,
    kind: PrivateKind,
    wanted: readonly [string, ClinicId, CaseId, string],
  ): Promise<LogId> {
    const rows = await manager.query<{ book: LogId; isNew: boolean }[]>(OF[kind].begin, [...wanted])
    const [found] = rows
    if (!found) throw new Error('a practitioner’s own book was not begun')
    if (found.isNew) this.keys.create(found.book)
    return found.book
  }
}

/** Associated data: words cannot be passed off as another session's, version's or kind's. */
function placeOf(kind: PrivateKind, session: string, version: number): Uint8Array {
  return utf8(`accord/${kind}/1 ${session} ${version}`)
}
