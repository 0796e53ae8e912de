import { Module } from '@nestjs/common'
import { CaseModule } from '../case/case.module.js'
import { HistoryModule } from '../history/history.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { SessionModule } from '../session/session.module.js'
import { ThresholdsModule } from '../thresholds/thresholds.module.js'
import { AllianceController } from './alliance.controller.js'
import { AllianceCues } from './alliance-cues.js'
import { AllianceReadings } from './alliance-readings.js'
import { AllianceService } from './alliance.service.js'
import { AskedCheckIns } from './asked-check-ins.js'
import { CasePlan } from './case-plan.js'
import { CaseSeries } from './case-series.js'
import { CheckInRepository } from './check-in.repository.js'
import { CheckInService } from './check-in.service.js'
import { RepairRepository } from './repair.repository.js'

@Module({
  imports: [CaseModule, HistoryModule, PlanModule, SessionModule, ThresholdsModule],
  controllers: [AllianceController],
  providers: [
    AllianceCues,
    AllianceReadings,
    AllianceService,
    AskedCheckIns,
    CasePlan,
    CaseSeries,
    CheckInRepository,
    CheckInService,
    RepairRepository,
  ],
  exports: [AllianceReadings, AllianceService, CheckInService],
})
export class AllianceModule {}
