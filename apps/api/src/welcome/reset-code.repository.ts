import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { SecretBox } from '../secrets/secret-box.js'

/** A code as it is kept for whoever tells it. */
interface NewCode {
  readonly link: string
  readonly clinic: ClinicId
  readonly person: PersonId
  readonly madeBy: PersonId
  readonly code: string
  readonly expiresAt: Date
}

interface CodeRow {
  readonly link: string
  readonly name: string
  readonly code: Buffer
  readonly expiresAt: number
}

const TELLERS = `
SELECT n.name FROM reset_tellers($1) t JOIN person n ON n.person_id = t.teller WHERE t.teller <> $2 ORDER BY n.name`

const ADD = `
INSERT INTO reset_code (welcome_link_id, clinic_id, person_id, made_by, code, expires_at)
VALUES ($1, $2, $3, $4, $5, $6)`

const SHOWN = `
SELECT r.welcome_link_id AS link, n.name, r.code, floor(extract(epoch FROM r.expires_at) * 1000)::float8 AS "expiresAt"
FROM reset_code r JOIN person n USING (person_id) JOIN welcome_link l USING (welcome_link_id)
WHERE r.expires_at > $1 AND l.ended_at IS NULL ORDER BY r.expires_at`

/** Codes of links; those that somebody else tells than who made the link, so that neither alone comes in. (ID40) */
@Injectable()
export class ResetCodes {
  constructor(
    private readonly transactions: ClinicTransactions,
    private readonly secrets: SecretBox,
  ) {}

  /** What is kept of a link's code beside the link. (ID18) */
  mark(clinic: ClinicId, link: string, code: string): Buffer {
    return this.secrets.mark(clinic, placeOfCode(link), code)
  }

  /** The names of those who may tell somebody's code, but for who makes the link. */
  async tellers(clinic: ClinicId, person: PersonId, maker: PersonId): Promise<readonly string[]> {
    const rows = await this.transactions.ask<{ name: string }[]>([clinic], TELLERS, [person, maker])
    return rows.map(({ name }) => name)
  }

  async keep(manager: EntityManager, { link, clinic, person, madeBy, code, expiresAt }: NewCode) {
    const sealed = this.secrets.seal(clinic, placeOfShared(link), code)
    await manager.query(ADD, [link, clinic, person, madeBy, sealed, expiresAt])
  }

  /** Those that this person may tell now. */
  async shownTo(clinic: ClinicId, person: PersonId, now: Date) {
    const rows = await this.transactions.ask<CodeRow[]>([clinic], SHOWN, [now], [person])
    return rows.map(({ link, code, ...row }) => ({
      ...row,
      link,
      code: this.secrets.open(clinic, placeOfShared(link), code),
    }))
  }
}

function placeOfShared(link: string): string {
  return `accord/shared-code/1 ${link}`
}

/** Where a link's code stands, for the box that marks it. */
export function placeOfCode(id: string): string {
  return `accord/link-code/1 ${id}`
}
