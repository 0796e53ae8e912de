import { refusalOfItem } from '@accord/domain/access/record-item'
import type { Actor } from '@accord/domain/access/subject'
import type { AddendumNews } from '@accord/domain/rest/addenda'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { AddendumNewsRepository } from './addendum-news.repository.js'

/** What was added to records that somebody practises with or supervises, as far as they read the items. (AD2, AD8) */
@Injectable()
export class AddendumNewsReading {
  constructor(
    private readonly access: AccessService,
    private readonly repository: AddendumNewsRepository,
  ) {}

  /** @param since in ms */
  async of(actor: Actor, since: number): Promise<readonly AddendumNews[]> {
    const rows = await this.repository.of(actor, since)
    const cases = [...new Set(rows.map(({ news }) => news.caseId))]
    const asked = cases.map(async (one) => [one, await this.access.factsOfCase(actor.clinic, one)] as const)
    const factsOf = new Map(await Promise.all(asked))
    return rows.flatMap(({ scope, news }) => {
      const facts = factsOf.get(news.caseId)
      return facts && refusalOfItem(actor, scope, facts) === null ? [news] : []
    })
  }
}
