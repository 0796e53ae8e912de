import type { Actor } from '@accord/domain/access/subject'
import { refuse, type Refusal } from '@accord/domain/refusal'
import { MOST_WORDING_DECISIONS, type WordingBody, type WordingDecisions } from '@accord/domain/rest/wording'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { WordingRepository } from './wording.repository.js'

/** What a clinic decided about words. The check itself is the app's, and no text of anybody comes here. (WC1, WC6) */
@Injectable()
export class WordingService {
  constructor(
    private readonly repository: WordingRepository,
    private readonly clock: Clock,
  ) {}

  async read({ clinic }: Actor): Promise<WordingDecisions> {
    return { decisions: await this.repository.of(clinic) }
  }

  async decide(actor: Actor, body: WordingBody): Promise<WordingDecisions | Refusal> {
    const { decisions } = await this.read(actor)
    if (decisions.length >= MOST_WORDING_DECISIONS) return refuse('too-large')
    const at = this.clock.now()
    await this.repository.add(actor, { ...body, id: newUuid(at), at })
    return this.read(actor)
  }
}
