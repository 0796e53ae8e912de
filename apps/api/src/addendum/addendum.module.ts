import { Module } from '@nestjs/common'
import { BarrierModule } from '../barrier/barrier.module.js'
import { CaseModule } from '../case/case.module.js'
import { ConsentModule } from '../consent/consent.module.js'
import { EndingModule } from '../ending/ending.module.js'
import { HistoryModule } from '../history/history.module.js'
import { ReviewModule } from '../review/review.module.js'
import { SafetyModule } from '../safety/safety.module.js'
import { TakenModule } from '../takeout/taken.module.js'
import { AddendaReading } from './addenda-reading.js'
import { AddendaService } from './addenda.service.js'
import { AddendumController } from './addendum.controller.js'
import { AddendumRepository } from './addendum.repository.js'
import { AddendumWriting } from './addendum-writing.js'
import { CareItems } from './care-items.js'
import { MeetingItems } from './meeting-items.js'
import { PlanItems } from './plan-items.js'
import { RecordItems } from './record-items.js'

const WHERE_ITEMS_ARE = [BarrierModule, CaseModule, ConsentModule, EndingModule, ReviewModule, SafetyModule]

/** What clients add to their record where something in it is not right. docs/spec/addenda.md */
@Module({
  imports: [HistoryModule, TakenModule, ...WHERE_ITEMS_ARE],
  controllers: [AddendumController],
  providers: [
    ...[AddendaReading, AddendaService, AddendumRepository, AddendumWriting],
    ...[CareItems, MeetingItems, PlanItems, RecordItems],
  ],
  exports: [AddendaReading],
})
export class AddendumModule {}
