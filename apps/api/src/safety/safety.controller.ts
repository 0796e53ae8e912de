import type { CaseId, PersonId } from '@accord/domain/ids'
import {
  safetyAcknowledgeSchema,
  safetyPlanSchema,
  urgentNumbersSchema,
  type SafetyAcknowledgeBody,
  type SafetyAlerts,
  type SafetyPlan,
  type SafetyPlanBody,
  type SafetyPlans,
  type UrgentNumbersBody,
  type UrgentNumbersPage,
} from '@accord/domain/rest/safety'
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { AlertService } from './alert.service.js'
import { SafetyPlanService } from './safety-plan.service.js'
import { UrgentNumbersService } from './urgent-numbers.service.js'

@Controller('api')
export class SafetyController {
  constructor(
    private readonly alerts: AlertService,
    private readonly plans: SafetyPlanService,
    private readonly numbers: UrgentNumbersService,
  ) {}

  @Get('safety/alerts')
  @Action('safety.alerts')
  async open(@WhoIsSignedIn() { actor }: SignedIn): Promise<SafetyAlerts> {
    return this.alerts.open(actor)
  }

  @Post('safety/alerts/:safetyAlert/acknowledgement')
  @HttpCode(204)
  @Action('safety.acknowledge')
  async acknowledge(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('safetyAlert') alert: string,
    @Body(new Parsed(safetyAcknowledgeSchema)) { words }: SafetyAcknowledgeBody,
  ): Promise<void> {
    orRefused(await this.alerts.acknowledge(actor, alert, words))
  }

  @Get('cases/:caseId/safety-plans')
  @Action('safety-plan.read')
  async plansOf(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<SafetyPlans> {
    return orRefused(await this.plans.read(actor, caseId))
  }

  @Post('cases/:caseId/safety-plans/:client')
  @HttpCode(200)
  @Action('safety-plan.write')
  async writePlan(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Param('client') client: PersonId,
    @Body(new Parsed(safetyPlanSchema)) body: SafetyPlanBody,
  ): Promise<SafetyPlan> {
    return orRefused(await this.plans.write(actor, caseId, client, body))
  }

  @Get('urgent-numbers')
  @Action('urgent-numbers.read')
  async readNumbers(@WhoIsSignedIn() { actor }: SignedIn): Promise<UrgentNumbersPage> {
    return this.numbers.read(actor.clinic)
  }

  @Put('urgent-numbers')
  @Action('urgent-numbers.write')
  async writeNumbers(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(urgentNumbersSchema)) body: UrgentNumbersBody,
  ): Promise<UrgentNumbersPage> {
    return orRefused(await this.numbers.write(actor, body))
  }
}
