import {
  queueSettingsSchema,
  type QueuePage,
  type QueueSettings,
  type SupervisionPairs,
} from '@accord/domain/rest/supervision'
import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { PairService } from './pair.service.js'
import { QueueService } from './queue.service.js'
import { queueQuerySchema, type QueueQuery } from './supervision-query.js'

@Controller('api/supervision')
export class QueueController {
  constructor(
    private readonly queue: QueueService,
    private readonly pairs: PairService,
  ) {}

  @Get('queue')
  @Action('queue.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Query(new Parsed(queueQuerySchema)) question: QueueQuery,
  ): Promise<QueuePage> {
    return this.queue.read(actor, question)
  }

  @Put('queue/settings')
  @HttpCode(204)
  @Action('queue.read')
  async keep(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(queueSettingsSchema)) settings: QueueSettings,
  ): Promise<void> {
    await this.queue.keep(actor, settings)
  }

  @Get('pairs')
  @Action('supervision.list')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<SupervisionPairs> {
    return this.pairs.list(actor)
  }
}
