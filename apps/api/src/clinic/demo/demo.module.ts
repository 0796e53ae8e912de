import { Module } from '@nestjs/common'
import { CaseFileModule } from '../../case-file/case-file.module.js'
import { ComfortModule } from '../../comfort/comfort.module.js'
import { IdentityModule } from '../../identity/identity.module.js'
import { LivePlanModule } from '../../live-plan/live-plan.module.js'
import { NotifyModule } from '../../notify/notify.module.js'
import { PeopleModule } from '../../people/people.module.js'
import { PlanModule } from '../../plan/plan.module.js'
import { DemoDesk } from './demo.desk.js'
import { DemoRepository } from './demo.repository.js'
import { DemoSeeder } from './demo.seeder.js'
import { DemoTheatre } from './demo.theatre.js'

@Module({
  imports: [
    CaseFileModule,
    ComfortModule,
    IdentityModule,
    NotifyModule,
    PeopleModule,
    PlanModule,
    LivePlanModule,
  ],
  providers: [DemoDesk, DemoRepository, DemoSeeder, DemoTheatre],
})
export class DemoModule {}
