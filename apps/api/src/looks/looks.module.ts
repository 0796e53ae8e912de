import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { LookRepository } from './look.repository.js'
import { LookTelling } from './look-telling.js'
import { LookWords } from './look-words.js'
import { LooksController } from './looks.controller.js'
import { LooksService } from './looks.service.js'

@Module({
  imports: [HistoryModule, PlanModule],
  controllers: [LooksController],
  providers: [LookRepository, LookTelling, LookWords, LooksService],
  exports: [LookRepository, LooksService],
})
export class LooksModule {}
