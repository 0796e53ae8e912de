import { Module } from '@nestjs/common'
import { ThresholdsController } from './thresholds.controller.js'
import { ThresholdsRepository } from './thresholds.repository.js'
import { ThresholdsService } from './thresholds.service.js'

/** The numbers that measures are decided by. */
@Module({
  controllers: [ThresholdsController],
  providers: [ThresholdsRepository, ThresholdsService],
  exports: [ThresholdsService],
})
export class ThresholdsModule {}
