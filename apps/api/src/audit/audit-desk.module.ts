import { Module } from '@nestjs/common'
import { APP_INTERCEPTOR } from '@nestjs/core'
import { RestrictedThings } from '../access/restricted-things.repository.js'
import { WhyNotFound } from '../access/why-not-found.interceptor.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { AuditController } from './audit.controller.js'
import { AuditInterceptor } from './audit.interceptor.js'
import { AuditService } from './audit.service.js'
import { AuditTrailModule } from './audit-trail.module.js'

/** Writes every answer down, and shows an administrator what was written. */
@Module({
  imports: [AuditTrailModule, ClinicModule],
  controllers: [AuditController],
  providers: [
    AuditService,
    RestrictedThings,
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    // Within the other, so that what is written down is what was answered. (AU2)
    { provide: APP_INTERCEPTOR, useClass: WhyNotFound },
  ],
})
export class AuditDeskModule {}
