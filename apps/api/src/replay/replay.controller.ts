import type { LogId } from '@accord/domain/ids'
import {
  replaySchema,
  type RecordAt,
  type RecordPage,
  type ReplayBegun,
  type ReplayBody,
} from '@accord/domain/rest/record'
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { recordAtSchema, recordSchema, type RecordAtQuery, type RecordQuery } from './record-query.js'
import { RecordService } from './record.service.js'
import { ReplayService } from './replay.service.js'

@Controller('api/plans/:plan')
export class ReplayController {
  constructor(
    private readonly replays: ReplayService,
    private readonly records: RecordService,
  ) {}

  @Post('replays')
  @Action('history.read')
  async begin(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('plan') plan: LogId,
    @Body(new Parsed(replaySchema)) { goal }: ReplayBody,
  ): Promise<ReplayBegun> {
    return orRefused(await this.replays.begin(actor, plan, goal))
  }

  @Post('replays/:replay/left')
  @HttpCode(204)
  @Action('history.read')
  async leave(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('plan') plan: LogId,
    @Param('replay') replay: string,
  ): Promise<void> {
    orRefused(await this.replays.leave(actor, plan, replay))
  }

  @Get('record')
  @Action('history.read')
  async record(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('plan') plan: LogId,
    @Query(new Parsed(recordSchema)) { replay, after }: RecordQuery,
  ): Promise<RecordPage> {
    return orRefused(await this.records.page(actor, { plan, replay }, after))
  }

  @Get('record/at')
  @Action('history.read')
  async recordAt(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('plan') plan: LogId,
    @Query(new Parsed(recordAtSchema)) { replay, seq }: RecordAtQuery,
  ): Promise<RecordAt> {
    return orRefused(await this.records.at(actor, { plan, replay }, seq))
  }
}
