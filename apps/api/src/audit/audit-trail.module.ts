import { Module } from '@nestjs/common'
import { AuditRepository } from './audit.repository.js'
import { AuditTrail } from './audit-trail.js'

/** Where every door writes down who came. */
@Module({ providers: [AuditRepository, AuditTrail], exports: [AuditRepository, AuditTrail] })
export class AuditTrailModule {}
