import { Module } from '@nestjs/common'
import { AllianceModule } from '../alliance/alliance.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { BarrierModule } from '../barrier/barrier.module.js'
import { CaseModule } from '../case/case.module.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { ComfortModule } from '../comfort/comfort.module.js'
import { ConsentModule } from '../consent/consent.module.js'
import { DraftModule } from '../draft/draft.module.js'
import { EndingModule } from '../ending/ending.module.js'
import { LooksModule } from '../looks/looks.module.js'
import { MeasuresModule } from '../measures/measures.module.js'
import { NoteModule } from '../note/note.module.js'
import { PaperModule } from '../paper/paper.module.js'
import { PeopleModule } from '../people/people.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ProofModule } from '../proof/proof.module.js'
import { RequestsModule } from '../requests/requests.module.js'
import { ReviewModule } from '../review/review.module.js'
import { SafetyModule } from '../safety/safety.module.js'
import { SessionModule } from '../session/session.module.js'
import { TakenCare } from './taken-care.js'
import { TakenCases } from './taken-cases.js'
import { TakenDesk } from './taken-desk.js'
import { TakenMeetings } from './taken-meetings.js'
import { TakenPlans } from './taken-plans.js'
import { TakenTrust } from './taken-trust.js'
import { TakeoutFiles } from './takeout-files.js'
import { TakeoutController } from './takeout.controller.js'
import { TakeoutService } from './takeout.service.js'

const WHAT_IS_TAKEN = [
  ...[AllianceModule, BarrierModule, ComfortModule, ConsentModule, DraftModule, EndingModule, LooksModule],
  ...[
    MeasuresModule,
    NoteModule,
    PeopleModule,
    PlanModule,
    ProofModule,
    RequestsModule,
    ReviewModule,
    SafetyModule,
    SessionModule,
  ],
]

/** All that somebody may read about themselves, to take away. docs/spec/takeout.md */
@Module({
  imports: [AuditModule, CaseModule, ClinicModule, PaperModule, ...WHAT_IS_TAKEN],
  controllers: [TakeoutController],
  providers: [
    TakenCare,
    TakenCases,
    TakenDesk,
    TakenMeetings,
    TakenPlans,
    TakenTrust,
    TakeoutFiles,
    TakeoutService,
  ],
})
export class TakeoutModule {}
