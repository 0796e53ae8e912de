import type { Actor } from '@accord/domain/access/subject'
import type { CheckIn } from '@accord/domain/alliance/check-in'
import type { CaseId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import type { SessionCard } from '@accord/domain/rest/session'
import type { TakenQuestionnaire, TakenSession } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { CheckInService } from '../alliance/check-in.service.js'
import { OwnAnswers } from '../measures/own-answers.js'
import { BoardService } from '../session/board.service.js'
import { SessionDesk } from '../session/session-desk.service.js'
import type { NotYours } from './or-not-yours.js'

/** Sessions, and what a client said after them or was asked in between. (TO2) */
@Injectable()
export class TakenMeetings {
  constructor(
    private readonly desk: SessionDesk,
    private readonly boards: BoardService,
    private readonly checkIns: CheckInService,
    private readonly answers: OwnAnswers,
  ) {}

  async sessions(actor: Actor, caseId: CaseId, notYours: NotYours): Promise<readonly TakenSession[]> {
    const found = await notYours.unless('sessions', this.desk.ofCase(actor, caseId))
    const taken: TakenSession[] = []
    for (const card of found?.sessions ?? []) taken.push(await this.withBoard(actor, card))
    return taken
  }

  /** What the asker said after each; nobody else's. (CI3) */
  async said(actor: Actor, sessions: readonly TakenSession[]): Promise<readonly CheckIn[]> {
    const said: CheckIn[] = []
    for (const { session } of sessions) {
      const own = await this.checkIns.read(actor, session)
      if (!isRefusal(own) && own.mine) said.push(own.mine)
    }
    return said
  }

  async questionnaires(actor: Actor, caseId: CaseId): Promise<readonly TakenQuestionnaire[]> {
    return this.answers.ofCase(actor, caseId)
  }

  private async withBoard(actor: Actor, card: SessionCard): Promise<TakenSession> {
    const board = await this.boards.read(actor, card.session)
    const { session, number, kind, place, scheduledFor, minutes, state, steps } = card
    return {
      ...{ session, number, kind, place, scheduledFor, minutes, state, steps },
      agenda: isRefusal(board) ? [] : board.agenda,
      closing: isRefusal(board) ? null : board.closing,
    }
  }
}
