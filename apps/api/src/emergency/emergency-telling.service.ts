import type { Actor } from '@accord/domain/access/subject'
import { refusalOf } from '@accord/domain/access/may'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type {
  EmergencyLine,
  EmergencyNews,
  EmergencyReview,
  EmergencyReviewBody,
  EmergencyWhy,
} from '@accord/domain/rest/emergency'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import type { LogKey } from '../history/key-store.js'
import { EmergencyBook } from './emergency-book.js'
import type { OpeningRow } from './emergency-lines.repository.js'
import { openReason, openReview, sealReview } from './emergency-seal.js'
import { EmergencyService } from './emergency.service.js'

interface Room {
  readonly facts: CaseFacts
  readonly key: LogKey
}

/** Who is told what was opened, and what was said of it. (EM9, EM12, EM13) */
@Injectable()
export class EmergencyTelling {
  constructor(
    private readonly emergencies: EmergencyService,
    private readonly book: EmergencyBook,
    private readonly access: AccessService,
  ) {}

  async news(actor: Actor): Promise<EmergencyNews> {
    const [rows, at] = await Promise.all([this.book.lines.news(actor), this.book.lines.now(actor.clinic)])
    const cases = [...new Set(rows.map(({ caseId }) => caseId))]
    const rooms = new Map(
      await Promise.all(cases.map(async (one) => [one, await this.room(actor, one)] as const)),
    )
    const openings = rows.flatMap((row) => {
      const room = rooms.get(row.caseId)
      return room ? [lineOf(actor, row, room)] : []
    })
    return { at, openings }
  }

  /** Once, by somebody who did not open. (EM12) */
  async review(actor: Actor, access: string, body: EmergencyReviewBody): Promise<Refusal | null> {
    const row = await this.emergencies.found(actor, 'emergency.review', access)
    if ('refused' in row) return row
    const room = await this.room(actor, row.caseId)
    if (row.reviewedAt !== null || !room) return refuse(room ? 'already-exists' : 'not-found')
    const { clinic, person: by } = actor
    const { outcome, why } = body
    const sealed = { keyVersion: room.key.version, words: sealReview(why, access, room.key) }
    const won = await this.book.openings.review({ access, clinic, by, outcome, ...sealed })
    return won ? null : refuse('already-exists')
  }

  private async room({ clinic }: Actor, caseId: CaseId): Promise<Room | null> {
    const [facts, place] = await Promise.all([
      this.access.factsOfCase(clinic, caseId),
      this.book.placeOf(clinic, caseId),
    ])
    return facts && place && { facts, key: place.key }
  }
}

function lineOf(actor: Actor, row: OpeningRow, { facts, key }: Room): EmergencyLine {
  const { access, caseId, client, openedBy, by, at, until, isStanding, reviewDueAt } = row
  const subject = { kind: 'emergency', facts, isWithheld: false, opening: row } as const
  return {
    ...{ access, caseId, client, by, at, until, isStanding, reviewDueAt },
    why: whyOf(row, key),
    review: reviewOf(row, key),
    isOwn: openedBy === actor.person,
    mayReview: row.reviewedAt === null && refusalOf(actor, 'emergency.review', subject) === null,
  }
}

/** Row-level security shows administrators the opening, and no reason. (EM9) */
function whyOf({ access, parts, content }: OpeningRow, key: LogKey): EmergencyWhy | null {
  return content && { parts, ...openReason(content, access, key) }
}

function reviewOf(row: OpeningRow, key: LogKey): EmergencyReview | null {
  const { access, reviewedBy: name, reviewedAt: at, outcome, words, content } = row
  if (name === null || at === null || outcome === null) return null
  return { name, at, outcome, words: content && words && openReview(words, access, key) }
}
