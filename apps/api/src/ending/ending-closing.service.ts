import type { Actor } from '@accord/domain/access/subject'
import { isAllSaid } from '@accord/domain/ending/decide'
import { endingWordsHash, packHash, standingLines, writtenBoxes } from '@accord/domain/ending/text'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { AddendumBody, CloseEndingBody, EndingPage } from '@accord/domain/rest/ending'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { EndingPages } from './ending-pages.js'
import { sealEnding } from './ending-seal.js'
import { EndingSeats, type EndingSeat } from './ending-seats.js'
import { draftOf } from './ending-words.js'
import { EndingRepository, type StoredEnding } from './ending.repository.js'
import { PackFrame } from './pack-frame.js'

/** The end of writing, and what is added afterwards. (EN7) */
@Injectable()
export class EndingClosingService {
  constructor(
    private readonly seats: EndingSeats,
    private readonly pages: EndingPages,
    private readonly repository: EndingRepository,
    private readonly frame: PackFrame,
    private readonly clock: Clock,
  ) {}

  /** Closes the words that the practitioner saw, when everybody stands behind them, or nothing. */
  async close(actor: Actor, caseId: CaseId, { hash }: CloseEndingBody): Promise<EndingPage | Refusal> {
    const seat = await this.seats.take(actor, caseId, 'ending.close')
    if (isRefusal(seat)) return seat
    const { facts, key } = seat
    const around = await this.frame.of(actor, caseId)
    const no = await this.repository.write(actor, caseId, async (stored, add): Promise<Refusal | null> => {
      if (!stored) return refuse('not-found')
      if (stored.pack) return refuse('note-moved-on')
      const { ending } = stored
      const draft = draftOf(stored, key)
      if (endingWordsHash(ending, draft) !== hash) return refuse('words-changed')
      if (!isAllSaid({ ending, draft, parties: facts.parties })) return refuse('nothing-to-agree-to')
      const closedAt = this.clock.now()
      const words = { boxes: writtenBoxes(draft.boxes), kept: draft.kept, lines: standingLines(draft.lines) }
      const pack = { ending, closedAt, ...around, ...words }
      const content = { pack, hash: packHash(pack) }
      const place = { what: 'pack', ending, number: draft.seq } as const
      const row = { ending, number: draft.seq, by: actor.person, at: closedAt, keyVersion: key.version }
      await add('pack', { ...row, content: sealEnding(content, place, key) })
      return null
    })
    return no ?? this.pages.page(actor, facts, key)
  }

  async add(actor: Actor, caseId: CaseId, body: AddendumBody): Promise<EndingPage | Refusal> {
    const seat = await this.seats.take(actor, caseId, 'ending.write')
    if (isRefusal(seat)) return seat
    const no = await this.repository.write(actor, caseId, async (stored, add): Promise<Refusal | null> => {
      const refused = refusalOfAddendum(stored, body)
      if (refused || !stored) return refused ?? refuse('not-found')
      await add('addendum', this.addendum(actor, stored, body, seat))
      return null
    })
    return no ?? this.pages.page(actor, seat.facts, seat.key)
  }

  private addendum(
    actor: Actor,
    { ending }: StoredEnding,
    { after, words }: AddendumBody,
    { key }: EndingSeat,
  ) {
    const number = after + 1
    const content = sealEnding(words, { what: 'addendum', ending, number }, key)
    return { ending, number, by: actor.person, at: this.clock.now(), keyVersion: key.version, content }
  }
}

function refusalOfAddendum(stored: StoredEnding | null, { after }: AddendumBody): Refusal | null {
  if (!stored) return refuse('not-found')
  if (!stored.pack) return refuse('note-moved-on')
  return stored.addenda.length === after ? null : refuse('words-changed')
}
