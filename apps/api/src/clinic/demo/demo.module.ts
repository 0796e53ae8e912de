import { Module } from '@nestjs/common'
import { ConfidenceModule } from '../../confidence/confidence.module.js'
import { DraftModule } from '../../draft/draft.module.js'
import { IdentityModule } from '../../identity/identity.module.js'
import { LivePlanModule } from '../../live-plan/live-plan.module.js'
import { NotifyModule } from '../../notify/notify.module.js'
import { PlanModule } from '../../plan/plan.module.js'
import { DemoRepository } from './demo.repository.js'
import { DemoSeeder } from './demo.seeder.js'
import { DemoTheatre, OtherLogs } from './demo.theatre.js'

@Module({
  imports: [ConfidenceModule, DraftModule, IdentityModule, NotifyModule, PlanModule, LivePlanModule],
  providers: [DemoRepository, DemoSeeder, DemoTheatre, OtherLogs],
})
export class DemoModule {}
