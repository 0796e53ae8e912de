import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { SessionModule } from '../session/session.module.js'
import { ReflectionController } from './reflection.controller.js'
import { ReflectionRepository } from './reflection.repository.js'
import { ReflectionService } from './reflection.service.js'

@Module({
  imports: [HistoryModule, SessionModule],
  controllers: [ReflectionController],
  providers: [ReflectionRepository, ReflectionService],
})
export class ReflectionModule {}
