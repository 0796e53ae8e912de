import { Module } from '@nestjs/common'
import { ProcessNoteModule } from '../process-note/process-note.module.js'
import { SessionModule } from '../session/session.module.js'
import { ReflectionController } from './reflection.controller.js'
import { ReflectionRepository } from './reflection.repository.js'
import { ReflectionService } from './reflection.service.js'

@Module({
  imports: [ProcessNoteModule, SessionModule],
  controllers: [ReflectionController],
  providers: [ReflectionRepository, ReflectionService],
})
export class ReflectionModule {}
