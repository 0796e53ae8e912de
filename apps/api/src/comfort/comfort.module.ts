import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { ComfortController } from './comfort.controller.js'
import { ComfortRepository } from './comfort.repository.js'
import { ComfortService } from './comfort.service.js'

@Module({
  imports: [HistoryModule],
  controllers: [ComfortController],
  providers: [ComfortRepository, ComfortService],
  exports: [ComfortService],
})
export class ComfortModule {}
