import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { Controller, Get } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { ConsentNewsService } from './consent-news.service.js'

@Controller('api/consent-news')
export class ConsentNewsController {
  constructor(private readonly news: ConsentNewsService) {}

  @Get()
  @Action('consent.news')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<ConsentNewsList> {
    return this.news.of(actor)
  }
}
