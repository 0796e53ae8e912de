import type { Actor } from '@accord/domain/access/subject'
import { RETENTION_RULES, type RetentionCode } from '@accord/domain/privacy/retention'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { Retention, RetentionBody } from '@accord/domain/rest/requests'
import { Injectable } from '@nestjs/common'
import { RequestBook } from './request-book.js'

const CHOICES = `
SELECT r.codes, n.name AS by, floor(extract(epoch FROM r.chosen_at) * 1000)::float8 AS at
FROM retention_choice r JOIN person n ON n.person_id = r.chosen_by WHERE r.clinic_id = $1 ORDER BY r.version DESC`

const CHOOSE = `
INSERT INTO retention_choice (clinic_id, version, codes, chosen_by, chosen_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING RETURNING 1`

/** By which rules a practice keeps its records: every choice is kept, the latest counts. (DR21) */
@Injectable()
export class RetentionService {
  constructor(private readonly book: RequestBook) {}

  async read({ clinic, person }: Actor): Promise<Retention> {
    return this.book.within(clinic, person, async (manager) => ({
      rules: RETENTION_RULES,
      choices: await manager.query<{ codes: RetentionCode[]; by: string; at: number }[]>(CHOICES, [clinic]),
    }))
  }

  /** Over the choice that was on the screen; another's in between is refused. */
  async choose(actor: Actor, { over, codes }: RetentionBody): Promise<Retention | Refusal> {
    const { clinic, person } = actor
    const at = new Date(this.book.now())
    const chosen = await this.book.within(clinic, person, async (manager) => {
      const choices = await manager.query<unknown[]>(CHOICES, [clinic])
      if (choices.length !== over) return false
      const added = await manager.query<unknown[]>(CHOOSE, [clinic, over + 1, codes, person, at])
      return added.length > 0
    })
    return chosen ? this.read(actor) : refuse('words-changed')
  }
}
