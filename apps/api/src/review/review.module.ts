import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { CaseModule } from '../case/case.module.js'
import { HistoryModule } from '../history/history.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { ChecklistController } from './checklist.controller.js'
import { Checklists } from './checklists.js'
import { PlanRecord } from './plan-record.js'
import { QuoteLooks } from './quote-looks.js'
import { ReadingService } from './reading.service.js'
import { ReportController } from './report/report.controller.js'
import { PaperModule } from '../paper/paper.module.js'
import { ReportService } from './report/report.service.js'
import { ReportSources } from './report/report-sources.js'
import { ReviewController } from './review.controller.js'
import { ReviewLogs } from './review-logs.js'
import { ReviewSeats } from './review-seats.js'
import { ReviewService } from './review.service.js'

/** What supervisors and practitioners say about a plan's record, and what is signed of it. */
@Module({
  imports: [AuditModule, CaseModule, ClinicModule, HistoryModule, PlanModule, PaperModule],
  controllers: [ChecklistController, ReportController, ReviewController],
  providers: [
    Checklists,
    PlanRecord,
    QuoteLooks,
    ReadingService,
    ReportService,
    ReportSources,
    ReviewLogs,
    ReviewSeats,
    ReviewService,
  ],
  exports: [ReviewLogs, ReviewService],
})
export class ReviewModule {}
