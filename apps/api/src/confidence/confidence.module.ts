import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ConfidenceController } from './confidence.controller.js'
import { ConfidenceRepository } from './confidence.repository.js'
import { ConfidenceService } from './confidence.service.js'

/** What client and practitioner keep from a guardian. (CF1) */
@Module({
  imports: [HistoryModule, PlanModule],
  controllers: [ConfidenceController],
  providers: [ConfidenceRepository, ConfidenceService],
  exports: [ConfidenceService],
})
export class ConfidenceModule {}
