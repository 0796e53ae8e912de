import { Module } from '@nestjs/common'
import { PlanModule } from '../plan/plan.module.js'
import { OwnLogController } from './own-log.controller.js'
import { OwnLogRepository } from './own-log.repository.js'
import { OwnLogService } from './own-log.service.js'

/** What a person writes for themselves: drafts of goals, a practitioner's own assumptions. */
@Module({
  imports: [PlanModule],
  controllers: [OwnLogController],
  providers: [OwnLogRepository, OwnLogService],
})
export class DraftModule {}
