import { Module } from '@nestjs/common'
import { CaseFileModule } from '../case-file/case-file.module.js'
import { LivePlanModule } from '../live-plan/live-plan.module.js'
import { MailModule } from '../mail/mail.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { SecretsModule } from '../secrets/secrets.module.js'
import { ErasureModule } from '../erasure/erasure.module.js'
import { DueErasures } from './due-erasures.service.js'
import { ErasureRounds } from './erasure-rounds.service.js'
import { GrantedRequests } from './granted-requests.js'
import { KeptCasesService } from './kept-cases.service.js'
import { OwnRequestsController } from './own-requests.controller.js'
import { OwnRequestsService } from './own-requests.service.js'
import { RequestBook } from './request-book.js'
import { RequestDeskService } from './request-desk.service.js'
import { RequestLines } from './request-lines.js'
import { RequestSeal } from './request-seal.js'
import { RequestsController } from './requests.controller.js'
import { Restrictions } from './restrictions.js'
import { RetentionController } from './retention.controller.js'
import { RetentionService } from './retention.service.js'

@Module({
  imports: [CaseFileModule, ErasureModule, LivePlanModule, MailModule, PlanModule, SecretsModule],
  controllers: [OwnRequestsController, RequestsController, RetentionController],
  providers: [
    DueErasures,
    ErasureRounds,
    GrantedRequests,
    KeptCasesService,
    OwnRequestsService,
    RequestBook,
    RequestDeskService,
    RequestLines,
    RequestSeal,
    Restrictions,
    RetentionService,
  ],
  exports: [OwnRequestsService],
})
export class RequestsModule {}
