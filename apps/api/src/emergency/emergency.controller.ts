import {
  emergencyFindSchema,
  emergencyReviewSchema,
  emergencySchema,
  type EmergencyBody,
  type EmergencyFindBody,
  type EmergencyMatches,
  type EmergencyNews,
  type EmergencyOpened,
  type EmergencyRead,
  type EmergencyReviewBody,
} from '@accord/domain/rest/emergency'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import type { Whence } from '../audit/audit-trail.js'
import { WhereFrom } from '../audit/whence.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { EmergencyReading } from './emergency-reading.service.js'
import { EmergencyService } from './emergency.service.js'
import { EmergencyTelling } from './emergency-telling.service.js'

@Controller('api/emergency')
export class EmergencyController {
  constructor(
    private readonly emergencies: EmergencyService,
    private readonly reading: EmergencyReading,
    private readonly telling: EmergencyTelling,
  ) {}

  @Post('find')
  @HttpCode(200)
  @Action('emergency.find')
  async find(
    @WhoIsSignedIn() { actor }: SignedIn,
    @WhereFrom() whence: Whence,
    @Body(new Parsed(emergencyFindSchema)) { name }: EmergencyFindBody,
  ): Promise<EmergencyMatches> {
    return orRefused(await this.emergencies.find(actor, name, whence))
  }

  @Get()
  @Action('emergency.news')
  async news(@WhoIsSignedIn() { actor }: SignedIn): Promise<EmergencyNews> {
    return this.telling.news(actor)
  }

  @Post()
  @Action('emergency.open')
  @Fresh()
  async open(
    @WhoIsSignedIn() { actor }: SignedIn,
    @WhereFrom() whence: Whence,
    @Body(new Parsed(emergencySchema)) body: EmergencyBody,
  ): Promise<EmergencyOpened> {
    return orRefused(await this.emergencies.open(actor, body, whence))
  }

  @Get(':access/:part')
  @Action('emergency.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @WhereFrom() whence: Whence,
    @Param('access') access: string,
    @Param('part') part: string,
  ): Promise<EmergencyRead> {
    return orRefused(await this.reading.read(actor, access, part, whence))
  }

  @Post(':access/end')
  @HttpCode(204)
  @Action('emergency.end')
  async end(@WhoIsSignedIn() { actor }: SignedIn, @Param('access') access: string): Promise<void> {
    orRefused(await this.emergencies.end(actor, access))
  }

  @Post(':access/review')
  @HttpCode(204)
  @Action('emergency.review')
  async review(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('access') access: string,
    @Body(new Parsed(emergencyReviewSchema)) body: EmergencyReviewBody,
  ): Promise<void> {
    orRefused(await this.telling.review(actor, access, body))
  }
}
