import type { Actor } from '@accord/domain/access/subject'
import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { ConsentNewsRepository } from './consent-news.repository.js'

/** Nobody is told of what is older. */
const TOLD_FOR = 30 * 24 * 3_600_000

/** What clients said yes and no to while their practitioners were away. (CO11) */
@Injectable()
export class ConsentNewsService {
  constructor(
    private readonly repository: ConsentNewsRepository,
    private readonly clock: Clock,
  ) {}

  async of({ clinic, person }: Actor): Promise<ConsentNewsList> {
    const at = this.clock.now()
    return { at, news: await this.repository.of(clinic, person, at - TOLD_FOR) }
  }
}
