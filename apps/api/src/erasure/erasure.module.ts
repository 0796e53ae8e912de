import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { LivePlanModule } from '../live-plan/live-plan.module.js'
import { ErasingService } from './erasing.service.js'
import { ErasureRepository } from './erasure.repository.js'

@Module({
  imports: [HistoryModule, LivePlanModule],
  providers: [ErasingService, ErasureRepository],
  exports: [ErasingService],
})
export class ErasureModule {}
