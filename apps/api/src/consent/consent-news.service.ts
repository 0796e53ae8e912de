import type { Actor } from '@accord/domain/access/subject'
import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { AddendumNewsReading } from '../addendum/addendum-news-reading.js'
import { Clock } from '../config/clock.js'
import { ConsentNewsRepository } from './consent-news.repository.js'

/** Nobody is told of what is older. */
const TOLD_FOR = 30 * 24 * 3_600_000

/** What clients said yes and no to, and what they added to their record, while the practice’s people were away. (CO11, AD8) */
@Injectable()
export class ConsentNewsService {
  constructor(
    private readonly repository: ConsentNewsRepository,
    private readonly addenda: AddendumNewsReading,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<ConsentNewsList> {
    const at = this.clock.now()
    const since = at - TOLD_FOR
    const [news, addenda] = await Promise.all([
      this.repository.of(actor.clinic, actor.person, since),
      this.addenda.of(actor, since),
    ])
    return { at, news, addenda }
  }
}
