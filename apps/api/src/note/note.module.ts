import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { CaseModule } from '../case/case.module.js'
import { ClinicModule } from '../clinic/clinic.module.js'
import { HistoryModule } from '../history/history.module.js'
import { PaperModule } from '../paper/paper.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { SessionModule } from '../session/session.module.js'
import { CoSigningService } from './co-signing.service.js'
import { NoteController } from './note.controller.js'
import { NoteDeskService } from './note-desk.service.js'
import { NoteDoorController } from './note-door.controller.js'
import { NoteDrafts } from './note-drafts.js'
import { NoteFormController } from './note-form.controller.js'
import { NoteLooks } from './note-looks.js'
import { NotePrinting } from './note-printing.js'
import { NoteReadingService } from './note-reading.service.js'
import { NoteRepository } from './note.repository.js'
import { NoteSeats } from './note-seats.js'
import { NoteSignatures } from './note-signatures.js'
import { NoteSigningService } from './note-signing.service.js'
import { NotesToDoService } from './notes-to-do.service.js'
import { NoteViews } from './note-views.js'
import { NoteWritingRepository } from './note-writing.repository.js'
import { ReleasedNotesService } from './released-notes.service.js'
import { SessionQuotes } from './session-quotes.js'
import { TemplateRepository } from './template.repository.js'
import { TemplateService } from './template.service.js'

/** Notes on sessions: written, signed, added to, co-signed, shown to clients, printed. docs/spec/notes.md */
@Module({
  imports: [AuditModule, CaseModule, ClinicModule, HistoryModule, PaperModule, PlanModule, SessionModule],
  controllers: [NoteController, NoteDoorController, NoteFormController],
  providers: [
    CoSigningService,
    NoteDeskService,
    NoteDrafts,
    NoteLooks,
    NotePrinting,
    NoteReadingService,
    NoteRepository,
    NoteSeats,
    NoteSignatures,
    NoteSigningService,
    NotesToDoService,
    NoteViews,
    NoteWritingRepository,
    ReleasedNotesService,
    SessionQuotes,
    TemplateRepository,
    TemplateService,
  ],
  exports: [
    CoSigningService,
    NoteDeskService,
    NoteReadingService,
    NoteSigningService,
    ReleasedNotesService,
    TemplateService,
  ],
})
export class NoteModule {}
