import {
  meetingChangeSchema,
  meetingSchema,
  signSchema,
  type MeetingBody,
  type MeetingChangeBody,
  type SignBody,
  type SupervisionLog,
} from '@accord/domain/rest/supervision'
import type { Meeting, MeetingId } from '@accord/domain/supervision/meeting'
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { MeetingService } from './meeting.service.js'
import type { PairAddress } from './pair.service.js'
import { meetingsQuerySchema, type MeetingsQuery } from './supervision-query.js'

type MeetingAddress = PairAddress & { readonly meeting: MeetingId }

@Controller('api/supervision/pairs/:supervisor/:practitioner/meetings')
export class MeetingController {
  constructor(private readonly meetings: MeetingService) {}

  @Get()
  @Action('supervision.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param() pair: PairAddress,
    @Query(new Parsed(meetingsQuerySchema)) { from }: MeetingsQuery,
  ): Promise<SupervisionLog> {
    return orRefused(await this.meetings.read(actor, pair, from))
  }

  @Post()
  @Action('supervision.write')
  async record(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param() pair: PairAddress,
    @Body(new Parsed(meetingSchema)) body: MeetingBody,
  ): Promise<Meeting> {
    return orRefused(await this.meetings.record(actor, pair, body))
  }

  @Post(':meeting/versions')
  @HttpCode(200)
  @Action('supervision.write')
  async change(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param() { meeting, ...pair }: MeetingAddress,
    @Body(new Parsed(meetingChangeSchema)) body: MeetingChangeBody,
  ): Promise<Meeting> {
    return orRefused(await this.meetings.change(actor, pair, meeting, body))
  }

  @Post(':meeting/sign')
  @HttpCode(200)
  @Action('supervision.sign')
  async sign(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param() { meeting, ...pair }: MeetingAddress,
    @Body(new Parsed(signSchema)) read: SignBody,
  ): Promise<Meeting> {
    return orRefused(await this.meetings.sign(actor, pair, meeting, read))
  }
}
