import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { AlertRaising } from './alert-raising.js'
import { AlertRepository } from './alert.repository.js'
import { AlertService } from './alert.service.js'
import { Escalations } from './escalation.service.js'
import { SafetyController } from './safety.controller.js'
import { SafetyPlanRepository } from './safety-plan.repository.js'
import { SafetyPlanService } from './safety-plan.service.js'
import { UrgentNumbersRepository } from './urgent-numbers.repository.js'
import { UrgentNumbersService } from './urgent-numbers.service.js'

/** Alerts, safety plans and urgent numbers. */
@Module({
  imports: [HistoryModule],
  controllers: [SafetyController],
  providers: [
    AlertRaising,
    AlertRepository,
    AlertService,
    Escalations,
    SafetyPlanRepository,
    SafetyPlanService,
    UrgentNumbersRepository,
    UrgentNumbersService,
  ],
  exports: [AlertRaising, AlertService, SafetyPlanService, UrgentNumbersService],
})
export class SafetyModule {}
