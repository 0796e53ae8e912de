import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { HistoryModule } from '../history/history.module.js'
import { AlarmNotes } from './alarm-notes.js'
import { AlarmReaders } from './alarm-people.js'
import { AlarmRows } from './alarm-rows.repository.js'
import { AlarmController } from './alarm.controller.js'
import { AlarmBook, AlarmService } from './alarm.service.js'

/** Records that do not hold, and who knows. */
@Module({
  imports: [AuditModule, HistoryModule],
  controllers: [AlarmController],
  providers: [AlarmBook, AlarmNotes, AlarmReaders, AlarmRows, AlarmService],
  exports: [AlarmService],
})
export class AlarmsModule {}
