import { Module } from '@nestjs/common'
import { AuditTrailModule } from '../audit/audit-trail.module.js'
import { IdentityController } from './identity.controller.js'
import { IdentityService } from './identity.service.js'
import { LinkThrottle } from './link.throttle.js'
import { Passwords } from './passwords.js'
import { SignInRepository } from './sign-in.repository.js'
import { SignInService } from './sign-in.service.js'
import { SignInThrottle } from './sign-in.throttle.js'

@Module({
  imports: [AuditTrailModule],
  controllers: [IdentityController],
  providers: [IdentityService, LinkThrottle, Passwords, SignInRepository, SignInService, SignInThrottle],
  exports: [LinkThrottle, Passwords, SignInService],
})
export class IdentityModule {}
