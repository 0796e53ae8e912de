import { Module } from '@nestjs/common'
import { CallModule } from '../call/call.module.js'
import { ComfortModule } from '../comfort/comfort.module.js'
import { HistoryModule } from '../history/history.module.js'
import { LivePlanModule } from '../live-plan/live-plan.module.js'
import { PlanModule } from '../plan/plan.module.js'
import { AgendaRepository } from './agenda.repository.js'
import { BoardController } from './board.controller.js'
import { BoardRepository } from './board.repository.js'
import { BoardService, StoredBoards } from './board.service.js'
import { BoardWriting } from './board-writing.service.js'
import { FirstSessionController } from './first-session.controller.js'
import { FirstSessionRepository } from './first-session.repository.js'
import { FirstSessionService } from './first-session.service.js'
import { RoomController } from './room.controller.js'
import { RoomService } from './room.service.js'
import { SessionCards } from './session-cards.service.js'
import { SessionController } from './session.controller.js'
import { SessionDesk } from './session-desk.service.js'
import { SessionNewsRepository } from './session-news.repository.js'
import { SessionRepository } from './session.repository.js'
import { SessionService } from './session.service.js'
import { SettingsRepository } from './settings.repository.js'

@Module({
  imports: [CallModule, ComfortModule, HistoryModule, LivePlanModule, PlanModule],
  controllers: [BoardController, FirstSessionController, RoomController, SessionController],
  providers: [
    AgendaRepository,
    BoardRepository,
    BoardService,
    BoardWriting,
    FirstSessionRepository,
    FirstSessionService,
    RoomService,
    SessionCards,
    SessionDesk,
    SessionNewsRepository,
    SessionRepository,
    SessionService,
    SettingsRepository,
    StoredBoards,
  ],
  exports: [BoardService, SessionDesk, SessionNewsRepository, SessionService],
})
export class SessionModule {}
