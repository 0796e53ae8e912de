import { Module, type DynamicModule } from '@nestjs/common'
import { AccessModule } from './access/access.module.js'
import { AddendumModule } from './addendum/addendum.module.js'
import { AllianceModule } from './alliance/alliance.module.js'
import { AlarmsModule } from './alarms/alarms.module.js'
import { AttentionModule } from './attention/attention.module.js'
import { AuditDeskModule } from './audit/audit-desk.module.js'
import { BarrierModule } from './barrier/barrier.module.js'
import { CallModule } from './call/call.module.js'
import { CaseModule } from './case/case.module.js'
import { CaseFileModule } from './case-file/case-file.module.js'
import { ClinicModule } from './clinic/clinic.module.js'
import { ComfortModule } from './comfort/comfort.module.js'
import { ConfidenceModule } from './confidence/confidence.module.js'
import { ConfigModule } from './config/config.module.js'
import { Clock } from './config/clock.js'
import type { Config } from './config/config.js'
import { ConsentModule } from './consent/consent.module.js'
import { DatabaseModule } from './database/database.module.js'
import { DraftModule } from './draft/draft.module.js'
import { EmergencyModule } from './emergency/emergency.module.js'
import { EndingModule } from './ending/ending.module.js'
import { ErasureModule } from './erasure/erasure.module.js'
import { FiguresModule } from './watch/figures.module.js'
import { GuardianModule } from './guardian/guardian.module.js'
import { HealthModule } from './health/health.module.js'
import { HttpModule } from './http/http.module.js'
import type { Logger } from './http/logging.js'
import { IdentityModule } from './identity/identity.module.js'
import { LivePlanModule } from './live-plan/live-plan.module.js'
import { LooksModule } from './looks/looks.module.js'
import { MailModule } from './mail/mail.module.js'
import { MeasuresModule } from './measures/measures.module.js'
import { NoteModule } from './note/note.module.js'
import { PeopleModule } from './people/people.module.js'
import { ProofModule } from './proof/proof.module.js'
import { ProcessNoteModule } from './process-note/process-note.module.js'
import { ReflectionModule } from './reflection/reflection.module.js'
import { ReplayModule } from './replay/replay.module.js'
import { RequestsModule } from './requests/requests.module.js'
import { ReviewModule } from './review/review.module.js'
import { SafetyModule } from './safety/safety.module.js'
import { SessionModule } from './session/session.module.js'
import { SetUpModule } from './set-up/set-up.module.js'
import { SupervisionModule } from './supervision/supervision.module.js'
import { TakeoutModule } from './takeout/takeout.module.js'
import { WatchModule } from './watch/watch.module.js'
import { WelcomeModule } from './welcome/welcome.module.js'
import { WordingModule } from './wording/wording.module.js'

@Module({
  imports: [
    DatabaseModule,
    IdentityModule,
    AccessModule,
    AddendumModule,
    AllianceModule,
    AlarmsModule,
    AttentionModule,
    AuditDeskModule,
    BarrierModule,
    CallModule,
    ClinicModule,
    CaseModule,
    CaseFileModule,
    ComfortModule,
    ConfidenceModule,
    ConsentModule,
    DraftModule,
    EmergencyModule,
    EndingModule,
    ErasureModule,
    FiguresModule,
    GuardianModule,
    HealthModule,
    LivePlanModule,
    LooksModule,
    MailModule,
    MeasuresModule,
    NoteModule,
    PeopleModule,
    ProofModule,
    ProcessNoteModule,
    ReflectionModule,
    ReplayModule,
    RequestsModule,
    ReviewModule,
    SafetyModule,
    SessionModule,
    SetUpModule,
    SupervisionModule,
    TakeoutModule,
    WatchModule,
    WelcomeModule,
    WordingModule,
  ],
})
export class AppModule {
  /** The whole of the API, as the environment wants it. */
  static with(config: Config, logger: Logger, clock = new Clock()): DynamicModule {
    return { module: AppModule, imports: [ConfigModule.with(config, clock), HttpModule.with(logger)] }
  }
}
