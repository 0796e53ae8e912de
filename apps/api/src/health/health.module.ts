import { Module } from '@nestjs/common'
import { HealthController } from './health.controller.js'
import { ProofModule } from '../proof/proof.module.js'
import { HealthService } from './health.service.js'

@Module({
  imports: [ProofModule],
  controllers: [HealthController],
  providers: [HealthService],
  exports: [HealthService],
})
export class HealthModule {}
