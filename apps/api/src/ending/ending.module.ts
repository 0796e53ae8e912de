import { Module } from '@nestjs/common'
import { ClinicModule } from '../clinic/clinic.module.js'
import { HistoryModule } from '../history/history.module.js'
import { PaperModule } from '../paper/paper.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ProcessesModule } from '../processes/processes.module.js'
import { SafetyModule } from '../safety/safety.module.js'
import { EndingClosingService } from './ending-closing.service.js'
import { EndingController } from './ending.controller.js'
import { EndingPages } from './ending-pages.js'
import { EndingPrinting } from './ending-printing.js'
import { EndingRepository } from './ending.repository.js'
import { EndingSeats } from './ending-seats.js'
import { EndingService } from './ending.service.js'
import { PackFrame } from './pack-frame.js'
import { QuotedGoals } from './quoted-goals.js'
import { ReadingDaysController } from './reading-days.controller.js'
import { ReadingDaysRepository } from './reading-days.repository.js'
import { ReadingDaysService } from './reading-days.service.js'

/** What people leave with when their work ends. docs/spec/ending.md */
@Module({
  imports: [ClinicModule, HistoryModule, PaperModule, PlanModule, ProcessesModule, SafetyModule],
  controllers: [EndingController, ReadingDaysController],
  providers: [
    EndingClosingService,
    EndingPages,
    EndingPrinting,
    EndingRepository,
    EndingSeats,
    EndingService,
    PackFrame,
    QuotedGoals,
    ReadingDaysRepository,
    ReadingDaysService,
  ],
  exports: [EndingService],
})
export class EndingModule {}
