import { Module } from '@nestjs/common'
import { Channel } from './channel.js'
import { PlanSeenRepository } from './plan-seen.repository.js'

@Module({ providers: [{ provide: Channel, useClass: PlanSeenRepository }], exports: [Channel] })
export class NotifyModule {}
