import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { CheckpointRepository } from './checkpoint.repository.js'
import { LogOpening } from './log-opening.js'
import { OpenPlans } from './open-plans.js'
import { PlanOpening } from './plan-opening.js'
import { PlanReader } from './plan-reader.js'

@Module({
  imports: [HistoryModule],
  providers: [CheckpointRepository, LogOpening, OpenPlans, PlanOpening, PlanReader],
  exports: [CheckpointRepository, LogOpening, OpenPlans, PlanOpening, PlanReader],
})
export class PlanModule {}
