import { Module } from '@nestjs/common'
import { IdentityModule } from '../identity/identity.module.js'
import { SetUpController } from './set-up.controller.js'
import { SetUpRepository } from './set-up.repository.js'
import { SetUpService } from './set-up.service.js'

@Module({
  imports: [IdentityModule],
  controllers: [SetUpController],
  providers: [SetUpRepository, SetUpService],
  exports: [SetUpService],
})
export class SetUpModule {}
