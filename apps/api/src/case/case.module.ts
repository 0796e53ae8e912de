import { Module } from '@nestjs/common'
import { PlanModule } from '../plan/plan.module.js'
import { CaseController } from './case.controller.js'
import { CaseRepository } from './case.repository.js'
import { CaseService } from './case.service.js'

@Module({
  imports: [PlanModule],
  controllers: [CaseController],
  providers: [CaseRepository, CaseService],
  exports: [CaseRepository],
})
export class CaseModule {}
