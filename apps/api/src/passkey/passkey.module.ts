import { Module } from '@nestjs/common'
import { PasskeyRepository } from './passkey.repository.js'
import { PasskeyService } from './passkey.service.js'

@Module({
  providers: [PasskeyRepository, PasskeyService],
  exports: [PasskeyRepository, PasskeyService],
})
export class PasskeyModule {}
