import { Module } from '@nestjs/common'
import { HistoryModule } from '../history/history.module.js'
import { SessionModule } from '../session/session.module.js'
import { PrivatePages } from './private-pages.js'
import { ProcessNoteController } from './process-note.controller.js'
import { ProcessNoteService } from './process-note.service.js'

@Module({
  imports: [HistoryModule, SessionModule],
  controllers: [ProcessNoteController],
  providers: [PrivatePages, ProcessNoteService],
  exports: [PrivatePages],
})
export class ProcessNoteModule {}
