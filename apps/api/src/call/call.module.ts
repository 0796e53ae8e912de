import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { CallController } from './call.controller.js'
import { CallRepository } from './call.repository.js'
import { CallService } from './call.service.js'

@Module({
  imports: [HistoryModule],
  controllers: [CallController],
  providers: [CallRepository, CallService],
  exports: [CallRepository],
})
export class CallModule {}
