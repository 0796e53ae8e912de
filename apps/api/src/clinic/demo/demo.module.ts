import { Module } from '@nestjs/common'
import { CaseFileModule } from '../../case-file/case-file.module.js'
import { ComfortModule } from '../../comfort/comfort.module.js'
import { ConfidenceModule } from '../../confidence/confidence.module.js'
import { ConsentModule } from '../../consent/consent.module.js'
import { EndingModule } from '../../ending/ending.module.js'
import { DraftModule } from '../../draft/draft.module.js'
import { IdentityModule } from '../../identity/identity.module.js'
import { LivePlanModule } from '../../live-plan/live-plan.module.js'
import { NoteModule } from '../../note/note.module.js'
import { NotifyModule } from '../../notify/notify.module.js'
import { PeopleModule } from '../../people/people.module.js'
import { PlanModule } from '../../plan/plan.module.js'
import { AuditModule } from '../../audit/audit.module.js'
import { SupervisionModule } from '../../supervision/supervision.module.js'
import { AllianceModule } from '../../alliance/alliance.module.js'
import { BarrierModule } from '../../barrier/barrier.module.js'
import { SessionModule } from '../../session/session.module.js'
import { DemoAlliance } from './demo.alliance.js'
import { DemoBarriers } from './demo.barriers.js'
import { DemoConsents } from './demo.consents.js'
import { DemoDesk } from './demo.desk.js'
import { DemoEndings } from './demo.endings.js'
import { DemoNotes } from './demo.notes.js'
import { HistoryModule } from '../../history/history.module.js'
import { ReplayModule } from '../../replay/replay.module.js'
import { ReviewModule } from '../../review/review.module.js'
import { MeasuresModule } from '../../measures/measures.module.js'
import { SafetyModule } from '../../safety/safety.module.js'
import { DemoForms, DemoMeasures } from './demo.measures.js'
import { DemoRepository } from './demo.repository.js'
import { DemoReviewer } from './demo.reviewer.js'
import { DemoSeeder } from './demo.seeder.js'
import { DemoSessions } from './demo.sessions.js'
import { DemoSupervision } from './demo.supervision.js'
import { DemoTheatre, OtherLogs } from './demo.theatre.js'

@Module({
  imports: [
    AllianceModule,
    AuditModule,
    BarrierModule,
    CaseFileModule,
    ComfortModule,
    ConfidenceModule,
    ConsentModule,
    DraftModule,
    EndingModule,
    HistoryModule,
    IdentityModule,
    LivePlanModule,
    MeasuresModule,
    NoteModule,
    NotifyModule,
    PeopleModule,
    PlanModule,
    ReplayModule,
    ReviewModule,
    SafetyModule,
    SessionModule,
    SupervisionModule,
  ],
  providers: [
    DemoAlliance,
    DemoBarriers,
    DemoConsents,
    DemoDesk,
    DemoEndings,
    DemoForms,
    DemoMeasures,
    DemoNotes,
    DemoRepository,
    DemoReviewer,
    DemoSeeder,
    DemoSessions,
    DemoSupervision,
    DemoTheatre,
    OtherLogs,
  ],
})
export class DemoModule {}
