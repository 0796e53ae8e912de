import type { Action } from '@accord/domain/access/action'
import { readersOfItem } from '@accord/domain/access/record-item'
import type { Actor } from '@accord/domain/access/subject'
import { samePlace } from '@accord/domain/addendum/item'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { AddendumBody, RecordAddenda, RecordItem } from '@accord/domain/rest/addenda'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { AddendaReading } from './addenda-reading.js'
import { AddendumWriting } from './addendum-writing.js'
import type { FoundItem } from './found-item.js'
import { RecordItems } from './record-items.js'

/** Adding to a record what its client says of it; what stands there stays as it is [GDPR 16, HIPAA 164.526]. (AD1–AD7) */
@Injectable()
export class AddendaService {
  constructor(
    private readonly access: AccessService,
    private readonly items: RecordItems,
    private readonly reading: AddendaReading,
    private readonly writing: AddendumWriting,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<RecordAddenda | Refusal> {
    const facts = await this.inCase(actor, caseId, 'addendum.read')
    return isRefusal(facts) ? facts : this.told(actor, facts)
  }

  /** The item is looked for as its own page would: what is not shown there, is not there. (AD3) */
  async add(actor: Actor, caseId: CaseId, body: AddendumBody): Promise<RecordAddenda | Refusal> {
    const facts = await this.inCase(actor, caseId, 'addendum.write')
    if (isRefusal(facts)) return facts
    const found = await this.items.find(actor, facts, body.place)
    if (!found) return refuse('not-found')
    const said = (await this.reading.of(actor, facts)).filter((one) => samePlace(one, body.place))
    if (body.number !== said.length + 1) return refuse('words-changed')
    const added = await this.writing.add(actor, facts, found, body)
    return added ? this.told(actor, facts) : refuse('words-changed')
  }

  private async told(actor: Actor, facts: CaseFacts): Promise<RecordAddenda> {
    const { caseId, clinic } = facts
    const mayAdd = this.access.refusal(actor, 'addendum.write', facts) === null
    const isTheirs = actor.audience === 'portal'
    const [found, foundLogs, addenda, people] = await Promise.all([
      isTheirs ? this.items.all(actor, facts) : [],
      isTheirs ? this.items.logs(actor, facts) : [],
      this.reading.of(actor, facts),
      this.access.peopleOfCase(clinic, caseId),
    ])
    const items = found.map((one) => itemOf(one, facts))
    const logs = foundLogs.map(({ log, scope }) => ({ log, readers: readersOfItem(scope, facts) }))
    return { caseId, mayAdd, items, logs, addenda, people }
  }

  private async inCase(actor: Actor, caseId: CaseId, action: Action): Promise<CaseFacts | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    return this.access.refusal(actor, action, facts) ?? facts ?? refuse('not-found')
  }
}

function itemOf({ kind, item, entry, about, scope }: FoundItem, facts: CaseFacts): RecordItem {
  return { kind, item, entry, about, client: scope.client, readers: readersOfItem(scope, facts) }
}
