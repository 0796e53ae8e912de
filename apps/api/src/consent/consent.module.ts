import { Module } from '@nestjs/common'
import { AddendumNewsModule } from '../addendum/addendum-news.module.js'
import { CaseFileModule } from '../case-file/case-file.module.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { HistoryModule } from '../history/history.module.js'
import { LivePlanModule } from '../live-plan/live-plan.module.js'
import { LooksModule } from '../looks/looks.module.js'
import { PaperModule } from '../paper/paper.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { AccountingController } from './accounting.controller.js'
import { AccountingPrinting } from './accounting-printing.js'
import { ConsentBook } from './consent-book.js'
import { ConsentEffects } from './consent-effects.js'
import { ConsentNewsController } from './consent-news.controller.js'
import { ConsentNewsRepository } from './consent-news.repository.js'
import { ConsentNewsService } from './consent-news.service.js'
import { ConsentSeal } from './consent-seal.js'
import { ConsentTelling } from './consent-telling.js'
import { ConsentTextController } from './consent-text.controller.js'
import { ConsentTextRepository } from './consent-text.repository.js'
import { ConsentTextService } from './consent-text.service.js'
import { ConsentController } from './consent.controller.js'
import { ConsentService } from './consent.service.js'
import { DisclosureRepository } from './disclosure.repository.js'
import { DisclosureService } from './disclosure.service.js'
import { LockedAnswers } from './locked-answers.js'

@Module({
  imports: [
    AddendumNewsModule,
    CaseFileModule,
    ClinicModule,
    HistoryModule,
    LivePlanModule,
    LooksModule,
    PaperModule,
    PlanModule,
  ],
  controllers: [AccountingController, ConsentController, ConsentNewsController, ConsentTextController],
  providers: [
    AccountingPrinting,
    ConsentBook,
    ConsentEffects,
    ConsentNewsRepository,
    ConsentNewsService,
    ConsentSeal,
    ConsentService,
    ConsentTelling,
    ConsentTextRepository,
    ConsentTextService,
    DisclosureRepository,
    DisclosureService,
    LockedAnswers,
  ],
  exports: [ConsentService, ConsentTextService, DisclosureService],
})
export class ConsentModule {}
