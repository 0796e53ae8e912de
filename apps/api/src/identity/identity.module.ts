import { Module } from '@nestjs/common'
import { AuditTrailModule } from '../audit/audit-trail.module.js'
import { CodeAppModule } from '../code-app/code-app.module.js'
import { MailModule } from '../mail/mail.module.js'
import { PasskeyModule } from '../passkey/passkey.module.js'
import { Confirmation } from './confirmation.service.js'
import { DeviceRepository } from './device.repository.js'
import { DeviceService } from './device.service.js'
import { Door } from './door.service.js'
import { Entrance } from './entrance.service.js'
import { Factors } from './factors.js'
import { IdentityController } from './identity.controller.js'
import { IdentityService } from './identity.service.js'
import { LinkThrottle } from './link.throttle.js'
import { OwnPassword } from './own-password.service.js'
import { Passwords } from './passwords.js'
import { SignInRepository } from './sign-in.repository.js'
import { SignInService } from './sign-in.service.js'
import { SignInThrottle } from './sign-in.throttle.js'
import { WaysController } from './ways.controller.js'
import { WaysService } from './ways.service.js'

@Module({
  imports: [AuditTrailModule, CodeAppModule, MailModule, PasskeyModule],
  controllers: [IdentityController, WaysController],
  providers: [
    Confirmation,
    DeviceRepository,
    DeviceService,
    Door,
    Entrance,
    Factors,
    IdentityService,
    LinkThrottle,
    OwnPassword,
    Passwords,
    SignInRepository,
    SignInService,
    SignInThrottle,
    WaysService,
  ],
  exports: [Entrance, LinkThrottle, Passwords, SignInRepository, SignInService, SignInThrottle],
})
export class IdentityModule {}
