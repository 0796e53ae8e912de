import type { Actor } from '@accord/domain/access/subject'
import type { ConsentPurpose } from '@accord/domain/consent/purpose'
import { consentTextHash } from '@accord/domain/consent/text'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ConsentTextBody, ConsentTexts } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { ConsentTextRepository } from './consent-text.repository.js'

/** The words that a practice asks its clients to answer, version by version. (CO1) */
@Injectable()
export class ConsentTextService {
  constructor(
    private readonly texts: ConsentTextRepository,
    private readonly clock: Clock,
  ) {}

  async read({ clinic }: Actor): Promise<ConsentTexts> {
    return { texts: await this.texts.all(clinic) }
  }

  async write(
    actor: Actor,
    purpose: ConsentPurpose,
    { over, reason, ...words }: ConsentTextBody,
  ): Promise<ConsentTexts | Refusal> {
    const { clinic, person: by } = actor
    const present = (await this.texts.all(clinic)).find((text) => text.purpose === purpose)
    if (present?.version !== over) return refuse('words-changed')
    const hash = consentTextHash(purpose, words)
    if (hash === present.hash) return refuse('already-exists')
    const text = { ...words, purpose, reason, hash, version: over + 1 }
    const won = await this.texts.add({ clinic, text, by, at: new Date(this.clock.now()) })
    return won ? this.read(actor) : refuse('words-changed')
  }
}
