import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { AuditTrailModule } from '../audit/audit-trail.module.js'
import { CONFIG, type Config } from '../config/config.js'
import { HistoryModule } from '../history/history.module.js'
import { IdentityModule } from '../identity/identity.module.js'
import { NotifyModule } from '../notify/notify.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ProcessesModule } from '../processes/processes.module.js'
import { EntryStore } from './entry-store.js'
import { FreshFacts } from './fresh-facts.js'
import { Handshake } from './handshake.js'
import { LIVE_LIMITS } from './limits.js'
import { LiveFigures } from './live-figures.js'
import { LivePlanAudit } from './live-plan-audit.js'
import { LivePlanGateway } from './live-plan.gateway.js'
import { LivePlanService } from './live-plan.service.js'
import { LivePlans } from './live-plans.js'
import { OperationsController } from './operations.controller.js'
import { PlanHints } from './plan-hints.js'
import { PlansElsewhere } from './plans-elsewhere.js'
import { Quarantine } from './quarantine.js'
import { RoomHouseProvider } from './room-house.provider.js'
import { Sessions } from './sessions.js'
import { StirTelling } from './stir-telling.js'
import { StoredPlans } from './stored-plans.js'
import { Visits } from './visits.js'

@Module({
  imports: [
    AuditModule,
    AuditTrailModule,
    HistoryModule,
    IdentityModule,
    NotifyModule,
    PlanModule,
    ProcessesModule,
  ],
  controllers: [OperationsController],
  providers: [
    { provide: LIVE_LIMITS, inject: [CONFIG], useFactory: (config: Config) => config.live },
    EntryStore,
    FreshFacts,
    Handshake,
    LiveFigures,
    LivePlanAudit,
    LivePlanGateway,
    LivePlanService,
    LivePlans,
    PlanHints,
    PlansElsewhere,
    Quarantine,
    RoomHouseProvider,
    Sessions,
    StirTelling,
    StoredPlans,
    Visits,
  ],
  exports: [LivePlanService, LIVE_LIMITS],
})
export class LivePlanModule {}
