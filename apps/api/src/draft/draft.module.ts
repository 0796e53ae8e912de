import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { OwnLogController } from './own-log.controller.js'
import { OwnLogOpening } from './own-log-opening.js'
import { OwnLogRepository } from './own-log.repository.js'
import { OwnLogService } from './own-log.service.js'

/** What a person writes for themselves: drafts of goals, a practitioner's own assumptions. */
@Module({
  imports: [HistoryModule, PlanModule],
  controllers: [OwnLogController],
  providers: [OwnLogOpening, OwnLogRepository, OwnLogService],
  exports: [OwnLogService],
})
export class DraftModule {}
