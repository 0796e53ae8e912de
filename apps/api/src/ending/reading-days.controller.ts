import { readingDaysSchema, type ReadingDays, type ReadingDaysBody } from '@accord/domain/rest/ending'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ReadingDaysService } from './reading-days.service.js'

@Controller('api/clinic/reading-days')
export class ReadingDaysController {
  constructor(private readonly days: ReadingDaysService) {}

  @Get()
  @Action('reading-days.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<ReadingDays> {
    return this.days.read(actor)
  }

  @Put()
  @Action('reading-days.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(readingDaysSchema)) body: ReadingDaysBody,
  ): Promise<ReadingDays> {
    return orRefused(await this.days.write(actor, body))
  }
}
