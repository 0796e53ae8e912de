import { Module } from '@nestjs/common'
import { APP_INTERCEPTOR } from '@nestjs/core'
import { ClinicModule } from '../clinic/clinic.module.js'
import { AuditController } from './audit.controller.js'
import { AuditInterceptor } from './audit.interceptor.js'
import { AuditService } from './audit.service.js'
import { AuditTrailModule } from './audit-trail.module.js'

/** Writes every answer down, and shows an administrator what was written. */
@Module({
  imports: [AuditTrailModule, ClinicModule],
  controllers: [AuditController],
  providers: [AuditService, { provide: APP_INTERCEPTOR, useClass: AuditInterceptor }],
})
export class AuditDeskModule {}
