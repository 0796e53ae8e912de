import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { SafetyModule } from '../safety/safety.module.js'
import { ThresholdsModule } from '../thresholds/thresholds.module.js'
import { InstrumentsRepository } from './instruments.repository.js'
import { InstrumentsService } from './instruments.service.js'
import { MeasuresController } from './measures.controller.js'
import { MeasuresService } from './measures.service.js'
import { OwnAnswers } from './own-answers.js'
import { QuestionnaireController } from './questionnaire.controller.js'
import { FormHouse, QuestionnaireService } from './questionnaire.service.js'
import { RequestsRepository } from './requests.repository.js'

/** Questionnaires: what can be asked, asking, answering, and what the answers come to. */
@Module({
  imports: [HistoryModule, SafetyModule, ThresholdsModule],
  controllers: [MeasuresController, QuestionnaireController],
  providers: [
    FormHouse,
    InstrumentsRepository,
    InstrumentsService,
    MeasuresService,
    OwnAnswers,
    QuestionnaireService,
    RequestsRepository,
  ],
  exports: [InstrumentsService, MeasuresService, OwnAnswers, QuestionnaireService],
})
export class MeasuresModule {}
