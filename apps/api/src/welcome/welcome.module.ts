import { Module } from '@nestjs/common'
import { CodeAppModule } from '../code-app/code-app.module.js'
import { IdentityModule } from '../identity/identity.module.js'
import { MailModule } from '../mail/mail.module.js'
import { PasskeyModule } from '../passkey/passkey.module.js'
import { SecretsModule } from '../secrets/secrets.module.js'
import { InvitationService } from './invitation.service.js'
import { LinkDoor } from './link-door.service.js'
import { ProofService } from './proof.service.js'
import { ResetCodeController } from './reset-code.controller.js'
import { ResetCodes } from './reset-code.repository.js'
import { ResetCodeService } from './reset-code.service.js'
import { ResetController } from './reset.controller.js'
import { ResetRequests } from './reset-requests.service.js'
import { WelcomeController } from './welcome.controller.js'
import { WelcomeRepository } from './welcome.repository.js'
import { WelcomeService } from './welcome.service.js'

@Module({
  imports: [CodeAppModule, IdentityModule, MailModule, PasskeyModule, SecretsModule],
  controllers: [ResetCodeController, ResetController, WelcomeController],
  providers: [
    InvitationService,
    LinkDoor,
    ProofService,
    ResetCodes,
    ResetCodeService,
    ResetRequests,
    WelcomeRepository,
    WelcomeService,
  ],
})
export class WelcomeModule {}
