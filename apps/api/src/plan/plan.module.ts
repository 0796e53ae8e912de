import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { CheckpointRepository } from './checkpoint.repository.js'
import { OpenPlans } from './open-plans.js'
import { PlanOpening } from './plan-opening.js'
import { PlanReader } from './plan-reader.js'

@Module({
  imports: [HistoryModule],
  providers: [CheckpointRepository, OpenPlans, PlanOpening, PlanReader],
  exports: [CheckpointRepository, OpenPlans, PlanOpening, PlanReader],
})
export class PlanModule {}
