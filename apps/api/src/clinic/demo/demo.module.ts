import { Module } from '@nestjs/common'
import { IdentityModule } from '../../identity/identity.module.js'
import { LivePlanModule } from '../../live-plan/live-plan.module.js'
import { NotifyModule } from '../../notify/notify.module.js'
import { PlanModule } from '../../plan/plan.module.js'
import { AuditModule } from '../../audit/audit.module.js'
import { SupervisionModule } from '../../supervision/supervision.module.js'
import { DemoRepository } from './demo.repository.js'
import { DemoSeeder } from './demo.seeder.js'
import { DemoSupervision } from './demo.supervision.js'
import { DemoTheatre } from './demo.theatre.js'

@Module({
  imports: [AuditModule, IdentityModule, NotifyModule, PlanModule, LivePlanModule, SupervisionModule],
  providers: [DemoRepository, DemoSeeder, DemoSupervision, DemoTheatre],
})
export class DemoModule {}
