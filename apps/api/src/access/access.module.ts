import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { AuditTrailModule } from '../audit/audit-trail.module.js'
import { IdentityModule } from '../identity/identity.module.js'
import { AccessService } from './access.service.js'
import { ActionGuard } from './action.guard.js'
import { CaseFactsRepository } from './case-facts.repository.js'

/** Rights: the guard before every route and event, and what services ask. */
@Global()
@Module({
  imports: [AuditTrailModule, IdentityModule],
  providers: [AccessService, CaseFactsRepository, { provide: APP_GUARD, useClass: ActionGuard }],
  exports: [AccessService],
})
export class AccessModule {}
