import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { LooksModule } from '../looks/looks.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { EmergencyBook } from './emergency-book.js'
import { EmergencyLines } from './emergency-lines.repository.js'
import { EmergencyReading } from './emergency-reading.service.js'
import { EmergencyTelling } from './emergency-telling.service.js'
import { EmergencyTries } from './emergency-tries.repository.js'
import { EmergencyController } from './emergency.controller.js'
import { EmergencyRepository } from './emergency.repository.js'
import { EmergencyService } from './emergency.service.js'

/** Breaking the glass: what is opened, who is told, what was said of it. */
@Module({
  imports: [HistoryModule, LooksModule, PlanModule],
  controllers: [EmergencyController],
  providers: [
    EmergencyBook,
    EmergencyLines,
    EmergencyReading,
    EmergencyRepository,
    EmergencyService,
    EmergencyTelling,
    EmergencyTries,
  ],
})
export class EmergencyModule {}
