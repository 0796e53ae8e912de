import { alarmReportSchema, type AlarmReport } from '@accord/domain/history/alarm'
import type { LogId } from '@accord/domain/ids'
import { acknowledgeSchema, type AcknowledgeBody, type AlarmList } from '@accord/domain/rest/alarms'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { AlarmService } from './alarm.service.js'

@Controller('api')
export class AlarmController {
  constructor(private readonly alarms: AlarmService) {}

  @Get('alarms')
  @Action('alarms.read')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<AlarmList> {
    return this.alarms.list(actor)
  }

  @Post('plans/:plan/alarms')
  @HttpCode(204)
  @Action('alarms.report')
  async report(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('plan') plan: LogId,
    @Body(new Parsed(alarmReportSchema)) report: AlarmReport,
  ): Promise<void> {
    orRefused(await this.alarms.report(actor, plan, report))
  }

  @Post('alarms/:alarm/acknowledgement')
  @HttpCode(204)
  @Action('alarms.acknowledge')
  async acknowledge(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('alarm') alarm: string,
    @Body(new Parsed(acknowledgeSchema)) { note }: AcknowledgeBody,
  ): Promise<void> {
    orRefused(await this.alarms.acknowledge(actor, alarm, note))
  }
}
