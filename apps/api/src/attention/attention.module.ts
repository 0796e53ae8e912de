import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { CaseModule } from '../case/case.module.js'
import { NotifyModule } from '../notify/notify.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { AttentionController } from './attention.controller.js'
import { AttentionService } from './attention.service.js'
import { LooksService } from './looks.service.js'

@Module({
  imports: [AuditModule, CaseModule, NotifyModule, PlanModule],
  controllers: [AttentionController],
  providers: [AttentionService, LooksService],
})
export class AttentionModule {}
