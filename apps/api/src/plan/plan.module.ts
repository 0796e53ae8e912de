import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { HistoryModule } from '../history/history.module.js'
import { CheckpointRepository } from './checkpoint.repository.js'
import { OpenPlans } from './open-plans.js'
import { PartyEntries } from './party-entries.js'
import { PlanOpening } from './plan-opening.js'
import { PlanReader } from './plan-reader.js'
import { ReadablePlans } from './readable-plans.js'

@Module({
  imports: [AuditModule, HistoryModule],
  providers: [CheckpointRepository, OpenPlans, PartyEntries, PlanOpening, PlanReader, ReadablePlans],
  exports: [CheckpointRepository, OpenPlans, PartyEntries, PlanOpening, PlanReader, ReadablePlans],
})
export class PlanModule {}
