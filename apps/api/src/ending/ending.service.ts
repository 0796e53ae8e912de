import type { Actor } from '@accord/domain/access/subject'
import { refusalOfAct } from '@accord/domain/ending/decide'
import type { EndingId, KeptAct } from '@accord/domain/ending/draft'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { EndingActBody, EndingPage } from '@accord/domain/rest/ending'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { EndingPages } from './ending-pages.js'
import { sealEnding } from './ending-seal.js'
import { EndingSeats } from './ending-seats.js'
import { draftOf } from './ending-words.js'
import { EndingRepository } from './ending.repository.js'
import { QuotedGoals } from './quoted-goals.js'

/** What two people write for the end of their work. (EN1–EN6) */
@Injectable()
export class EndingService {
  constructor(
    private readonly seats: EndingSeats,
    private readonly pages: EndingPages,
    private readonly repository: EndingRepository,
    private readonly goals: QuotedGoals,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<EndingPage | Refusal> {
    const seat = await this.seats.take(actor, caseId, 'ending.read')
    return isRefusal(seat) ? seat : this.pages.page(actor, seat.facts, seat.key)
  }

  async begin(actor: Actor, caseId: CaseId): Promise<EndingPage | Refusal> {
    const seat = await this.seats.take(actor, caseId, 'ending.begin')
    if (isRefusal(seat)) return seat
    const now = this.clock.now()
    const begun = await this.repository.begin(actor, caseId, newUuid(now) as EndingId, now)
    return begun ? this.pages.page(actor, seat.facts, seat.key) : refuse('already-exists')
  }

  /** One after the other: what is decided, is decided of the pack as it is. */
  async act(actor: Actor, caseId: CaseId, body: EndingActBody): Promise<EndingPage | Refusal> {
    const seat = await this.seats.take(actor, caseId, 'ending.write')
    if (isRefusal(seat)) return seat
    const act = await this.kept(actor, caseId, body)
    if (isRefusal(act)) return act
    const { facts, key } = seat
    const no = await this.repository.write(actor, caseId, async (stored, add): Promise<Refusal | null> => {
      if (!stored) return refuse('not-found')
      if (stored.pack) return refuse('note-moved-on')
      const { ending } = stored
      const draft = draftOf(stored, key)
      const refused = refusalOfAct({ ending, draft, parties: facts.parties }, actor.person, body)
      if (refused) return refused
      const number = draft.seq + 1
      const content = sealEnding(act, { what: 'act', ending, number }, key)
      const row = { ending, number, by: actor.person, at: this.clock.now() }
      await add('act', { ...row, keyVersion: key.version, content })
      return null
    })
    return no ?? this.pages.page(actor, facts, key)
  }

  /** A goal is kept with what the plan says of it; nobody brings words of their own. (EN3) */
  private async kept(actor: Actor, caseId: CaseId, act: EndingActBody): Promise<KeptAct | Refusal> {
    if (act.kind !== 'keep') return act
    const quote = await this.goals.quote(actor.clinic, caseId, act.goal)
    return quote ? { ...act, quote } : refuse('unknown-goal')
  }
}
