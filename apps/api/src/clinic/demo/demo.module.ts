import { Module } from '@nestjs/common'
import { IdentityModule } from '../../identity/identity.module.js'
import { LivePlanModule } from '../../live-plan/live-plan.module.js'
import { NotifyModule } from '../../notify/notify.module.js'
import { PlanModule } from '../../plan/plan.module.js'
import { DemoRepository } from './demo.repository.js'
import { DemoSeeder } from './demo.seeder.js'
import { DemoTheatre } from './demo.theatre.js'

@Module({
  imports: [IdentityModule, NotifyModule, PlanModule, LivePlanModule],
  providers: [DemoRepository, DemoSeeder, DemoTheatre],
})
export class DemoModule {}
