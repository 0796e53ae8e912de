import { Module } from '@nestjs/common'
import { AccessEventRepository } from './access-event.repository.js'
import { AlertRepository } from './alert.repository.js'
import { BrokenHistories } from './broken-histories.js'

@Module({
  providers: [AccessEventRepository, AlertRepository, BrokenHistories],
  exports: [AccessEventRepository, AlertRepository, BrokenHistories],
})
export class AuditModule {}
