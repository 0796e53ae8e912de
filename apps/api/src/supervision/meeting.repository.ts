import type { ClinicId, PersonId } from '@accord/domain/ids'
import type { CalendarDay } from '@accord/domain/goal/step'
import { toHex } from '@accord/domain/history/bytes'
import type { Meeting, MeetingContent, MeetingId, MeetingVersion } from '@accord/domain/supervision/meeting'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { KeyStore } from '../history/key-store.js'
import { openMeeting, sealMeeting } from './meeting-sealing.js'
import type { PairId } from './pair.repository.js'

interface VersionRow {
  readonly meeting_id: MeetingId
  readonly version: number
  readonly written_by: PersonId
  readonly written_ms: number
  readonly hash: Buffer
  readonly content: Buffer
  readonly signatures: readonly { readonly by: PersonId; readonly at: number }[]
}

/** Where a meeting is kept. */
export interface MeetingPlace {
  readonly clinic: ClinicId
  readonly pair: PairId
  readonly meeting: MeetingId
}

/** A version to be kept. */
export interface WrittenVersion {
  readonly version: number
  readonly by: PersonId
  readonly at: number
  readonly content: MeetingContent
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`
const MOST = 400

const VERSIONS = `
SELECT v.meeting_id, v.version, v.written_by, ${MS('v.written_at')} AS written_ms, v.hash, v.content,
  coalesce((SELECT json_agg(json_build_object('by', s.signed_by, 'at', ${MS('s.signed_at')}) ORDER BY s.signed_at)
    FROM meeting_signature s WHERE s.meeting_id = v.meeting_id AND s.version = v.version), '[]') AS signatures
FROM meeting_version v`

/** Meetings of pairs, in versions that are only ever added. (SQ10, SQ11) */
@Injectable()
export class MeetingRepository {
  constructor(private readonly keys: KeyStore) {}

  /** Those that were held on a day or later by their latest version, the latest first. */
  async since(manager: EntityManager, pair: PairId, day: CalendarDay): Promise<readonly Meeting[]> {
    const rows = await manager.query<VersionRow[]>(
      `WITH held AS (
         SELECT DISTINCT ON (meeting_id) meeting_id, held_on FROM meeting_version
         WHERE supervision_id = $1 ORDER BY meeting_id, version DESC
       ), wanted AS (SELECT * FROM held WHERE held_on >= $2 ORDER BY held_on DESC, meeting_id DESC LIMIT ${MOST})
       ${VERSIONS} JOIN wanted w ON w.meeting_id = v.meeting_id
       ORDER BY w.held_on DESC, w.meeting_id DESC, v.version`,
      [pair, day],
    )
    return this.meetings(pair, rows)
  }

  async one(manager: EntityManager, { pair, meeting }: MeetingPlace): Promise<Meeting | null> {
    const rows = await manager.query<VersionRow[]>(
      `${VERSIONS} WHERE v.meeting_id = $1 AND v.supervision_id = $2 ORDER BY v.version`,
      [meeting, pair],
    )
    return this.meetings(pair, rows)[0] ?? null
  }

  /** Until the transaction ends nobody else signs or changes it; the database's own check takes the same lock. */
  async lock(manager: EntityManager, { meeting }: MeetingPlace): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [meeting])
  }

  async begin(manager: EntityManager, { clinic, pair, meeting }: MeetingPlace): Promise<void> {
    await manager.query(
      'INSERT INTO supervision_meeting (meeting_id, clinic_id, supervision_id) VALUES ($1, $2, $3)',
      [meeting, clinic, pair],
    )
  }

  async addVersion(manager: EntityManager, place: MeetingPlace, written: WrittenVersion): Promise<void> {
    const { clinic, pair, meeting } = place
    const { version, by, at, content } = written
    const key = this.keys.open(pair)
    const sealed = sealMeeting({ meeting, version, by }, content, key)
    await manager.query(
      `INSERT INTO meeting_version (meeting_id, version, clinic_id, supervision_id, held_on, written_by, written_at,
         hash, key_version, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        meeting,
        version,
        clinic,
        pair,
        content.day,
        by,
        new Date(at),
        sealed.hash,
        key.version,
        sealed.content,
      ],
    )
  }

  async sign(
    manager: EntityManager,
    { clinic, pair, meeting }: MeetingPlace,
    signed: { readonly version: number; readonly hash: string; readonly by: PersonId; readonly at: number },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO meeting_signature (meeting_id, version, clinic_id, supervision_id, signed_by, signed_at, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        meeting,
        signed.version,
        clinic,
        pair,
        signed.by,
        new Date(signed.at),
        Buffer.from(signed.hash, 'hex'),
      ],
    )
  }

  private meetings(pair: PairId, rows: readonly VersionRow[]): readonly Meeting[] {
    const found = new Map<MeetingId, [MeetingVersion, ...MeetingVersion[]]>()
    for (const row of rows) {
      const version = this.opened(pair, row)
      const versions = found.get(row.meeting_id)
      if (versions) versions.push(version)
      else found.set(row.meeting_id, [version])
    }
    return [...found].map(([id, versions]) => ({ id, versions }))
  }

  private opened(pair: PairId, row: VersionRow): MeetingVersion {
    const { meeting_id: meeting, version, written_by: by, written_ms: at, hash, signatures } = row
    const content = openMeeting({ meeting, version, by }, row, this.keys.open(pair))
    return { version, hash: toHex(hash), by, at, content, signatures }
  }
}
