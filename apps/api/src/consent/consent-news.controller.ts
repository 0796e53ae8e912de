import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { Controller, Get } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { ConsentNewsRepository } from './consent-news.repository.js'

/** Nobody is told of what is older. */
const TOLD_FOR = 30 * 24 * 3_600_000

@Controller('api/consent-news')
export class ConsentNewsController {
  constructor(
    private readonly repository: ConsentNewsRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('consent.news')
  async read(@WhoIsSignedIn() { actor: { clinic, person } }: SignedIn): Promise<ConsentNewsList> {
    const at = this.clock.now()
    return { at, news: await this.repository.of(clinic, person, at - TOLD_FOR) }
  }
}
