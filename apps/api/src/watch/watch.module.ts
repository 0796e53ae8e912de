import { Module } from '@nestjs/common'
import { HealthModule } from '../health/health.module.js'
import { ProofModule } from '../proof/proof.module.js'
import { WatchService } from './watch.service.js'

@Module({ imports: [HealthModule, ProofModule], providers: [WatchService] })
export class WatchModule {}
