import { Module } from '@nestjs/common'
import { CaseModule } from '../case/case.module.js'
import { LooksModule } from '../looks/looks.module.js'
import { NotifyModule } from '../notify/notify.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { AttentionController } from './attention.controller.js'
import { AttentionService } from './attention.service.js'
import { CaseItems } from './case-items.js'

@Module({
  imports: [CaseModule, LooksModule, NotifyModule, PlanModule],
  controllers: [AttentionController],
  providers: [AttentionService, CaseItems],
})
export class AttentionModule {}
