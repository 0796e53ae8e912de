import { Injectable } from '@nestjs/common'
import { HistoryService } from '../history/history.service.js'
import { CheckpointRepository } from '../plan/checkpoint.repository.js'
import { OpenPlans } from '../plan/open-plans.js'
import { PlanReader } from '../plan/plan-reader.js'

/** What is stored of plans. */
@Injectable()
export class StoredPlans {
  constructor(
    readonly history: HistoryService,
    readonly reader: PlanReader,
    readonly checkpoints: CheckpointRepository,
    readonly open: OpenPlans,
  ) {}
}
