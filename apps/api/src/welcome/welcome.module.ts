import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/identity.module.js'
import { WelcomeController } from './welcome.controller.js'
import { WelcomeRepository } from './welcome.repository.js'
import { WelcomeService } from './welcome.service.js'

@Module({
  imports: [IdentityModule],
  controllers: [WelcomeController],
  providers: [WelcomeRepository, WelcomeService],
})
export class WelcomeModule {}
