import { utf8 } from '@accord/domain/history/bytes'
import type { LogId } from '@accord/domain/ids'
import type { OwnReflection } from '@accord/domain/rest/reflection'
import { NO_REFLECTION, REFLECTION_PARTS, type ReflectionWords } from '@accord/domain/session/reflection'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { decrypt, encrypt } from '../history/sealing.js'
import type { SessionReader, StoredSession } from '../session/session.repository.js'

interface Row {
  readonly book: LogId
  readonly version: number
  readonly content: Buffer | null
  readonly at: number
}

const READ = `
SELECT book_id AS book, version, content, floor(extract(epoch FROM at) * 1000)::float8 AS at
FROM reflection WHERE session_id = $1 AND person_id = $2`

/** The first version is made where there is none; a later one only over the one that was read. */
const SAVE = `
INSERT INTO reflection AS r (session_id, person_id, clinic_id, book_id, version, key_version, content, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))
ON CONFLICT (session_id, person_id) DO UPDATE SET version = excluded.version, key_version = excluded.key_version,
  content = excluded.content, at = excluded.at WHERE r.version = excluded.version - 1
RETURNING r.version`

const BOOK = 'SELECT book_id AS book FROM reflection_book WHERE case_id = $1 AND person_id = $2'

const BEGIN_BOOK = `
INSERT INTO reflection_book (book_id, clinic_id, case_id, person_id) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING RETURNING book_id`

/** Encrypted with a key of one practitioner in one case, and shown to transactions that name them alone. (RF2) */
@Injectable()
export class ReflectionRepository {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly keys: KeyStore,
  ) {}

  async read({ clinic, person }: SessionReader, { session }: StoredSession): Promise<OwnReflection | null> {
    const rows = await this.transactions.run(
      [clinic],
      (manager) => manager.query<Row[]>(READ, [session, person]),
      [person],
    )
    const [row] = rows
    if (!row) return null
    const { book, version, content, at } = row
    const opened = content && decrypt(content, this.keys.open(book).key, placeOf(session, version))
    return { ...wordsOf(opened), version, at }
  }

  /** @returns false where another version came in between */
  async save(
    { clinic, person }: SessionReader,
    { session, caseId }: StoredSession,
    { version, at, ...words }: ReflectionWords & { readonly version: number; readonly at: number },
  ): Promise<boolean> {
    return this.transactions.run(
      [clinic],
      async (manager) => {
        const book = await this.bookOf(manager, { clinic, person }, { caseId, at })
        const { key, version: keyVersion } = this.keys.open(book)
        const isEmpty = REFLECTION_PARTS.every((part) => words[part] === '')
        const content = isEmpty ? null : encrypt(utf8(JSON.stringify(words)), key, placeOf(session, version))
        const row = [session, person, clinic, book, version, keyVersion, content, at]
        // A later version of nothing would pass for the first.
        const isFirst = (await manager.query<Row[]>(READ, [session, person])).length === 0
        if (isFirst !== (version === 1)) return false
        return (await manager.query<unknown[]>(SAVE, row)).length > 0
      },
      [person],
    )
  }

  /** The book's key is on the disk before anything is encrypted with it. */
  private async bookOf(
    manager: EntityManager,
    { clinic, person }: SessionReader,
    { caseId, at }: { readonly caseId: StoredSession['caseId']; readonly at: number },
  ): Promise<LogId> {
    const find = async () => (await manager.query<{ book: LogId }[]>(BOOK, [caseId, person]))[0]?.book
    const known = await find()
    if (known) return known
    const book = newUuid(at) as LogId
    const made = await manager.query<unknown[]>(BEGIN_BOOK, [book, clinic, caseId, person])
    // Another tab of the same person began it at this moment.
    if (made.length === 0) return (await find()) ?? this.bookOf(manager, { clinic, person }, { caseId, at })
    this.keys.create(book)
    return book
  }
}

function wordsOf(opened: Buffer | null): ReflectionWords {
  const words = opened && (JSON.parse(opened.toString('utf8')) as ReflectionWords)
  return words ?? NO_REFLECTION
}

/** Associated data: words cannot be passed off as another session's or version's. */
function placeOf(session: string, version: number): Uint8Array {
  return utf8(`accord/reflection/1 ${session} ${version}`)
}
