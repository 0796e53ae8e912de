import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { CaseController } from './case.controller.js'
import { CaseRepository } from './case.repository.js'
import { CaseService } from './case.service.js'
import { ReadablePlanController } from './readable-plan.controller.js'
import { ReadablePlanService } from './readable-plan.service.js'

@Module({
  imports: [AuditModule, PlanModule],
  controllers: [CaseController, ReadablePlanController],
  providers: [CaseRepository, CaseService, ReadablePlanService],
  exports: [CaseRepository, CaseService],
})
export class CaseModule {}
