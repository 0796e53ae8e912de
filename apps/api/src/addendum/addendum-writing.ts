import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { AddendumBody } from '@accord/domain/rest/addenda'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { CaseKeys } from '../history/case-keys.js'
import { sealAddendum } from './addendum-seal.js'
import { AddendumRepository } from './addendum.repository.js'
import type { FoundItem } from './found-item.js'

/** Seals and stores one. */
@Injectable()
export class AddendumWriting {
  constructor(
    private readonly repository: AddendumRepository,
    private readonly keys: CaseKeys,
    private readonly clock: Clock,
  ) {}

  /** @returns false when another came in between */
  async add(
    actor: Actor,
    { clinic, caseId }: CaseFacts,
    { kind, item, entry, about, scope: { client } }: FoundItem,
    { number, words }: AddendumBody,
  ): Promise<boolean> {
    const key = await this.keys.of(clinic, caseId)
    if (!key) return false
    const stamp = { caseId, kind, item, entry, number }
    const content = sealAddendum({ words, about }, stamp, key)
    const row = { ...stamp, client, at: this.clock.now(), keyVersion: key.version, content }
    return this.repository.add(actor, row)
  }
}
