import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { CheckpointRepository } from './checkpoint.repository.js'
import { OpenPlans } from './open-plans.js'
import { PartyEntries } from './party-entries.js'
import { PlanOpening } from './plan-opening.js'
import { PlanReader } from './plan-reader.js'

@Module({
  imports: [HistoryModule],
  providers: [CheckpointRepository, OpenPlans, PartyEntries, PlanOpening, PlanReader],
  exports: [CheckpointRepository, OpenPlans, PartyEntries, PlanOpening, PlanReader],
})
export class PlanModule {}
