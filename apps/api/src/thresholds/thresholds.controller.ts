import { thresholdSchema, type ThresholdBody, type ThresholdsPage } from '@accord/domain/rest/measures'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ThresholdsService } from './thresholds.service.js'

@Controller('api/measures/thresholds')
export class ThresholdsController {
  constructor(private readonly thresholds: ThresholdsService) {}

  @Get()
  @Action('thresholds.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<ThresholdsPage> {
    return this.thresholds.read(actor.clinic)
  }

  @Put()
  @Action('thresholds.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(thresholdSchema)) body: ThresholdBody,
  ): Promise<ThresholdsPage> {
    return orRefused(await this.thresholds.write(actor, body))
  }
}
