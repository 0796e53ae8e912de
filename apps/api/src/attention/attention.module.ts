import { Module } from '@nestjs/common'
import { AlarmsModule } from '../alarms/alarms.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { CaseModule } from '../case/case.module.js'
import { LooksModule } from '../looks/looks.module.js'
import { NotifyModule } from '../notify/notify.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ReviewModule } from '../review/review.module.js'
import { SessionModule } from '../session/session.module.js'
import { AttentionController } from './attention.controller.js'
import { AttentionService } from './attention.service.js'
import { CaseItems } from './case-items.js'
import { CaseNews } from './case-news.js'

@Module({
  imports: [
    AlarmsModule,
    AuditModule,
    CaseModule,
    LooksModule,
    NotifyModule,
    PlanModule,
    ReviewModule,
    SessionModule,
  ],
  controllers: [AttentionController],
  providers: [AttentionService, CaseItems, CaseNews],
})
export class AttentionModule {}
