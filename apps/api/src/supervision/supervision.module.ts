import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { CaseModule } from '../case/case.module.js'
import { HistoryModule } from '../history/history.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ReviewModule } from '../review/review.module.js'
import { AgendaController } from './agenda.controller.js'
import { AgendaRepository } from './agenda.repository.js'
import { AgendaService } from './agenda.service.js'
import { AgendaSubjects } from './agenda-subjects.js'
import { MeetingController } from './meeting.controller.js'
import { MeetingRepository } from './meeting.repository.js'
import { MeetingRows, MeetingService } from './meeting.service.js'
import { PairRepository } from './pair.repository.js'
import { PairService } from './pair.service.js'
import { PolicyController } from './policy.controller.js'
import { PolicyRepository } from './policy.repository.js'
import { PolicyService } from './policy.service.js'
import { QueueController } from './queue.controller.js'
import { QueuePlans } from './queue-plans.js'
import { QueueRepository } from './queue.repository.js'
import { QueueRecordsRepository } from './queue-records.repository.js'
import { QueueLists, QueueService } from './queue.service.js'

/** A supervisor's queue, and what a supervisor and a practitioner keep together. */
@Module({
  imports: [AuditModule, CaseModule, HistoryModule, PlanModule, ReviewModule],
  controllers: [QueueController, PolicyController, AgendaController, MeetingController],
  providers: [
    AgendaRepository,
    AgendaService,
    AgendaSubjects,
    MeetingRepository,
    MeetingRows,
    MeetingService,
    PairRepository,
    PairService,
    PolicyRepository,
    PolicyService,
    QueueLists,
    QueuePlans,
    QueueRecordsRepository,
    QueueRepository,
    QueueService,
  ],
  exports: [AgendaService, MeetingService],
})
export class SupervisionModule {}
