import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { ProcessesModule } from '../processes/processes.module.js'
import { SessionModule } from '../session/session.module.js'
import { ThresholdsModule } from '../thresholds/thresholds.module.js'
import { BarrierController } from './barrier.controller.js'
import { BarrierReadings } from './barrier-readings.js'
import { BarrierRepository } from './barrier.repository.js'
import { BarrierService } from './barrier.service.js'

/** What gets in the way of working together. */
@Module({
  imports: [HistoryModule, ProcessesModule, SessionModule, ThresholdsModule],
  controllers: [BarrierController],
  providers: [BarrierReadings, BarrierRepository, BarrierService],
  exports: [BarrierService],
})
export class BarrierModule {}
