import type { Actor } from '@accord/domain/access/subject'
import type { SessionId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { RoomBody, RoomChecklist, RoomWish } from '@accord/domain/rest/session'
import { ROOM_FIELDS } from '@accord/domain/session/room'
import { Injectable } from '@nestjs/common'
import { ComfortService } from '../comfort/comfort.service.js'
import { Clock } from '../config/clock.js'
import { BoardRepository } from './board.repository.js'
import { SessionCards, type FoundSession } from './session-cards.service.js'

/** A room made as a client said they like it; that it is done, the client sees. (SE16) */
@Injectable()
export class RoomService {
  constructor(
    private readonly cards: SessionCards,
    private readonly comfort: ComfortService,
    private readonly board: BoardRepository,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, session: SessionId): Promise<RoomChecklist | Refusal> {
    const found = await this.cards.find(actor, session, 'session.read')
    return isRefusal(found) ? found : this.checklist(actor, found)
  }

  async check(actor: Actor, session: SessionId, body: RoomBody): Promise<RoomChecklist | Refusal> {
    const found = await this.cards.find(actor, session, 'session.write')
    if (isRefusal(found)) return found
    if (!['scheduled', 'live'].includes(found.stored.state)) return refuse('session-moved-on')
    const before = await this.checklist(actor, found)
    if (isRefusal(before)) return before
    const isWished = before.wishes.some(({ client, field }) => client === body.client && field === body.field)
    if (!isWished) return refuse('not-found')
    await this.board.check(actor, found.stored, body, this.clock.now())
    return this.checklist(actor, found)
  }

  /** Whose words somebody may read is asked of the comfort profiles themselves. (CL18) */
  private async checklist(actor: Actor, { stored }: FoundSession): Promise<RoomChecklist | Refusal> {
    const comfort = await this.comfort.read(actor, stored.caseId)
    if (isRefusal(comfort)) return comfort
    const checks = await this.board.room(actor, stored)
    const wishes = comfort.profiles.flatMap(({ client, words }) =>
      ROOM_FIELDS.flatMap((field): readonly RoomWish[] => {
        const said = words[field]
        const check = checks.find((one) => one.client === client && one.field === field)
        return said === null ? [] : [{ client, field, words: said, done: check?.done ?? false }]
      }),
    )
    return { wishes }
  }
}
