import { Module } from '@nestjs/common'
import { AccessEventRepository } from './access-event.repository.js'
import { AlertRepository } from './alert.repository.js'

@Module({
  providers: [AccessEventRepository, AlertRepository],
  exports: [AccessEventRepository, AlertRepository],
})
export class AuditModule {}
