import { Module } from '@nestjs/common'
import { SecretsModule } from '../secrets/secrets.module.js'
import { MailRounds } from './mail-rounds.service.js'
import { MailRepository } from './mail.repository.js'
import { Mail } from './mail.service.js'
import { OutboxController } from './outbox.controller.js'
import { OutboxService } from './outbox.service.js'

@Module({
  imports: [SecretsModule],
  controllers: [OutboxController],
  providers: [Mail, MailRepository, MailRounds, OutboxService],
  exports: [Mail],
})
export class MailModule {}
