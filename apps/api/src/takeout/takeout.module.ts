import { Module } from '@nestjs/common'
import { AddendumModule } from '../addendum/addendum.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { BarrierModule } from '../barrier/barrier.module.js'
import { CaseModule } from '../case/case.module.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { ComfortModule } from '../comfort/comfort.module.js'
import { ConsentModule } from '../consent/consent.module.js'
import { EndingModule } from '../ending/ending.module.js'
import { LooksModule } from '../looks/looks.module.js'
import { NoteModule } from '../note/note.module.js'
import { PaperModule } from '../paper/paper.module.js'
import { PeopleModule } from '../people/people.module.js'
import { RequestsModule } from '../requests/requests.module.js'
import { ReviewModule } from '../review/review.module.js'
import { SafetyModule } from '../safety/safety.module.js'
import { TakenCare } from './taken-care.js'
import { TakenCases } from './taken-cases.js'
import { TakenDesk } from './taken-desk.js'
import { TakenModule } from './taken.module.js'
import { TakenTrust } from './taken-trust.js'
import { TakeoutFiles } from './takeout-files.js'
import { TakeoutController } from './takeout.controller.js'
import { TakeoutService } from './takeout.service.js'

const WHAT_IS_TAKEN = [
  ...[AddendumModule, BarrierModule, ComfortModule, ConsentModule, EndingModule, LooksModule, NoteModule],
  ...[PeopleModule, RequestsModule, ReviewModule, SafetyModule, TakenModule],
]

/** All that somebody may read about themselves, to take away. docs/spec/takeout.md */
@Module({
  imports: [AuditModule, CaseModule, ClinicModule, PaperModule, ...WHAT_IS_TAKEN],
  controllers: [TakeoutController],
  providers: [TakenCare, TakenCases, TakenDesk, TakenTrust, TakeoutFiles, TakeoutService],
})
export class TakeoutModule {}
