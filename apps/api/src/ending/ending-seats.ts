import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseKeys } from '../history/case-keys.js'
import type { LogKey } from '../history/key-store.js'

/** A case in which somebody may do what they ask, with the key of its words. */
export interface EndingSeat {
  readonly facts: CaseFacts
  readonly key: LogKey
}

/** The first line of whatever is done with a pack. (EN8) */
@Injectable()
export class EndingSeats {
  constructor(
    private readonly access: AccessService,
    private readonly keys: CaseKeys,
  ) {}

  async take(actor: Actor, caseId: CaseId, action: Action): Promise<EndingSeat | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, action, facts)
    const key = no || !facts ? null : await this.keys.of(actor.clinic, caseId)
    if (no || !facts || !key) return no ?? refuse('not-found')
    return { facts, key }
  }
}
