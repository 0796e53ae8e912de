import { Module } from '@nestjs/common'
import { AllianceModule } from '../alliance/alliance.module.js'
import { DraftModule } from '../draft/draft.module.js'
import { MeasuresModule } from '../measures/measures.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ProofModule } from '../proof/proof.module.js'
import { SessionModule } from '../session/session.module.js'
import { TakenMeetings } from './taken-meetings.js'
import { TakenPlans } from './taken-plans.js'

/** Plans and meetings as somebody reads them of their own record: to take away, and to say what is not right. */
@Module({
  imports: [AllianceModule, DraftModule, MeasuresModule, PlanModule, ProofModule, SessionModule],
  providers: [TakenMeetings, TakenPlans],
  exports: [TakenMeetings, TakenPlans],
})
export class TakenModule {}
