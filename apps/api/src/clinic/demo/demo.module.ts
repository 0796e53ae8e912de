import { Module } from '@nestjs/common'
import { IdentityModule } from '../../identity/identity.module.js'
import { LivePlanModule } from '../../live-plan/live-plan.module.js'
import { NotifyModule } from '../../notify/notify.module.js'
import { PlanModule } from '../../plan/plan.module.js'
import { HistoryModule } from '../../history/history.module.js'
import { ReplayModule } from '../../replay/replay.module.js'
import { ReviewModule } from '../../review/review.module.js'
import { DemoRepository } from './demo.repository.js'
import { DemoReviewer } from './demo.reviewer.js'
import { DemoSeeder } from './demo.seeder.js'
import { DemoTheatre } from './demo.theatre.js'

@Module({
  imports: [
    HistoryModule,
    IdentityModule,
    LivePlanModule,
    NotifyModule,
    PlanModule,
    ReplayModule,
    ReviewModule,
  ],
  providers: [DemoRepository, DemoReviewer, DemoSeeder, DemoTheatre],
})
export class DemoModule {}
