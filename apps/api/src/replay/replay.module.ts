import { Module } from '@nestjs/common'
import { AccessModule } from '../access/access.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { HistoryModule } from '../history/history.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { FlawWatch } from './flaw-watch.js'
import { RecordService } from './record.service.js'
import { ReplayController } from './replay.controller.js'
import { ReplayService } from './replay.service.js'
import { StoredRecords } from './stored-records.js'

@Module({
  imports: [AccessModule, AuditModule, HistoryModule, PlanModule],
  controllers: [ReplayController],
  providers: [FlawWatch, RecordService, ReplayService, StoredRecords],
  exports: [ReplayService, StoredRecords],
})
export class ReplayModule {}
