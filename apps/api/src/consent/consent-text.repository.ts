import { fromHex, toHex } from '@accord/domain/history/bytes'
import { PURPOSES, type ConsentPurpose } from '@accord/domain/consent/purpose'
import type { ConsentPoint } from '@accord/domain/consent/text'
import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { ConsentText } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { ownTexts } from './own-texts.js'

/** A version that an administrator writes. */
export interface NewText {
  readonly clinic: ClinicId
  readonly text: Omit<ConsentText, 'by' | 'at'>
  readonly by: PersonId
  readonly at: Date
}

interface Row {
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly title: string
  readonly words: string
  readonly points: readonly ConsentPoint[]
  readonly hash: Buffer
  readonly reason: string | null
  readonly edited_by: PersonId | null
  readonly name: string | null
  readonly at_ms: number | null
}

const TEXTS = `
SELECT t.purpose, t.version, t.title, t.words, t.points, t.hash, t.reason, t.edited_by, n.name,
  floor(extract(epoch FROM t.edited_at) * 1000)::float8 AS at_ms
FROM consent_text t LEFT JOIN person n ON n.person_id = t.edited_by
WHERE t.clinic_id = $1 ORDER BY t.purpose, t.version DESC`

const ADD = `
INSERT INTO consent_text (clinic_id, purpose, version, title, words, points, hash, reason, edited_by, edited_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING version`

/** What a practice asks its clients, version by version. Nothing here changes one. (CO1) */
@Injectable()
export class ConsentTextRepository {
  constructor(private readonly transactions: ClinicTransactions) {}

  /** The latest of each purpose first. */
  async all(clinic: ClinicId): Promise<readonly ConsentText[]> {
    return this.transactions.run([clinic], (manager) => ConsentTextRepository.of(manager, clinic))
  }

  /** The words that count now, inside of somebody's transaction. */
  static async present(manager: EntityManager, clinic: ClinicId): Promise<readonly ConsentText[]> {
    return latestOf(await ConsentTextRepository.of(manager, clinic))
  }

  /** Keeps Accord's own words of a purpose that is about to be answered, as they are now. */
  static async keepOwn(manager: EntityManager, clinic: ClinicId, text: ConsentText): Promise<void> {
    if (text.by === null) await manager.query(ADD, rowOf(clinic, text, null, null))
  }

  /** @returns false when somebody else wrote that version first */
  async add({ clinic, text, by, at }: NewText): Promise<boolean> {
    const rows = await this.transactions.run(
      [clinic],
      async (manager) => {
        const own = ownTexts().find(({ purpose }) => purpose === text.purpose)
        if (own) await ConsentTextRepository.keepOwn(manager, clinic, own)
        return manager.query<unknown[]>(ADD, rowOf(clinic, text, by, at))
      },
      [by],
    )
    return rows.length > 0
  }

  private static async of(manager: EntityManager, clinic: ClinicId): Promise<readonly ConsentText[]> {
    const rows = (await manager.query<Row[]>(TEXTS, [clinic])).map(textOf)
    const own = ownTexts().filter(({ purpose }) => !rows.some((row) => row.purpose === purpose))
    return [...rows, ...own]
  }
}

export function latestOf(texts: readonly ConsentText[]): readonly ConsentText[] {
  return PURPOSES.flatMap((purpose) => texts.find((text) => text.purpose === purpose) ?? [])
}

function rowOf(
  clinic: ClinicId,
  { purpose, version, title, words, points, hash, reason }: Omit<ConsentText, 'by' | 'at'>,
  by: PersonId | null,
  at: Date | null,
): unknown[] {
  const bytes = Buffer.from(fromHex(hash))
  return [clinic, purpose, version, title, words, JSON.stringify(points), bytes, reason, by, at]
}

function textOf({ hash, edited_by: person, name, at_ms: at, ...row }: Row): ConsentText {
  return { ...row, hash: toHex(hash), by: person === null ? null : { person, name: name ?? '' }, at }
}
