import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { LivePlanModule } from '../live-plan/live-plan.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { CaseFileController } from './case-file.controller.js'
import { CaseFileRepository } from './case-file.repository.js'
import { CaseFileService } from './case-file.service.js'
import { CaseOpeningService } from './case-opening.service.js'
import { CasePhaseController } from './case-phase.controller.js'
import { CasePhaseRepository } from './case-phase.repository.js'
import { CasePhaseService } from './case-phase.service.js'

@Module({
  imports: [HistoryModule, LivePlanModule, PlanModule],
  controllers: [CaseFileController, CasePhaseController],
  providers: [CaseFileRepository, CaseFileService, CaseOpeningService, CasePhaseRepository, CasePhaseService],
  exports: [CaseFileRepository, CaseFileService, CasePhaseService],
})
export class CaseFileModule {}
