import { outboxSearchSchema, type Letter, type Outbox, type OutboxSearch } from '@accord/domain/rest/outbox'
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { OutboxService } from './outbox.service.js'

@Controller('api/outbox')
export class OutboxController {
  constructor(private readonly outbox: OutboxService) {}

  @Get()
  @Action('outbox.read')
  list(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Query(new Parsed(outboxSearchSchema)) { show }: OutboxSearch,
  ): Promise<Outbox> {
    return this.outbox.list(actor, show ?? 'all')
  }

  @Get(':letter')
  @Action('outbox.read')
  read(@WhoIsSignedIn() { actor }: SignedIn, @Param('letter') id: string): Promise<Letter> {
    return this.outbox.read(actor, id)
  }

  @Post(':letter/again')
  @HttpCode(204)
  @Action('outbox.send')
  again(@WhoIsSignedIn() { actor }: SignedIn, @Param('letter') id: string): Promise<void> {
    return this.outbox.again(actor, id)
  }

  @Post(':letter/handed-over')
  @HttpCode(204)
  @Action('outbox.send')
  handOver(@WhoIsSignedIn() { actor }: SignedIn, @Param('letter') id: string): Promise<void> {
    return this.outbox.handOver(actor, id)
  }
}
