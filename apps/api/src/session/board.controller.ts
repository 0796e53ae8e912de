import type { Actor } from '@accord/domain/access/subject'
import type { SessionId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import {
  closingSchema,
  showSchema,
  subjectSchema,
  subjectStateSchema,
  type ClosingBody,
  type SessionBoard,
  type SessionSummaryAnswer,
  type ShowBody,
  type SubjectBody,
  type SubjectStateBody,
} from '@accord/domain/rest/session'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused, Refused } from '../http/refused.js'
import { BoardService } from './board.service.js'
import { BoardWriting } from './board-writing.service.js'
import { SessionDesk } from './session-desk.service.js'

/** Whatever is done to a session is answered with how it stands then. */
@Controller('api/sessions/:session')
export class BoardController {
  constructor(
    private readonly boards: BoardService,
    private readonly writing: BoardWriting,
    private readonly desk: SessionDesk,
  ) {}

  @Get()
  @Action('session.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionBoard> {
    return orRefused(await this.boards.read(actor, session))
  }

  @Get('summary')
  @Action('session.read')
  async summary(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionSummaryAnswer> {
    return orRefused(await this.boards.summary(actor, session))
  }

  @Post('start')
  @HttpCode(200)
  @Action('session.write')
  async start(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.desk.move(actor, session, 'live'))
  }

  @Post('cancel')
  @HttpCode(200)
  @Action('session.write')
  async cancel(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.desk.move(actor, session, 'cancelled'))
  }

  @Post('end')
  @HttpCode(200)
  @Action('session.write')
  async end(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.desk.move(actor, session, 'ended'))
  }

  @Post('arrive')
  @HttpCode(200)
  @Action('session.take-part')
  async arrive(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.writing.arrive(actor, session))
  }

  @Post('pause')
  @HttpCode(200)
  @Action('session.take-part')
  async pause(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.writing.say(actor, session, 'session.paused'))
  }

  @Post('resume')
  @HttpCode(200)
  @Action('session.take-part')
  async resume(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.writing.say(actor, session, 'session.resumed'))
  }

  @Post('show')
  @HttpCode(200)
  @Action('session.write')
  async show(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(showSchema)) body: ShowBody,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.writing.show(actor, session, body))
  }

  @Post('agenda')
  @HttpCode(200)
  @Action('session.take-part')
  async bring(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(subjectSchema)) body: SubjectBody,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.writing.bring(actor, session, body))
  }

  @Post('agenda/:subject')
  @HttpCode(200)
  @Action('session.take-part')
  async mark(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Param('subject') subject: string,
    @Body(new Parsed(subjectStateSchema)) body: SubjectStateBody,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.writing.mark(actor, session, subject, body))
  }

  @Post('closing')
  @HttpCode(200)
  @Action('session.write')
  async close(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(closingSchema)) body: ClosingBody,
  ): Promise<SessionBoard> {
    return this.after(actor, session, await this.writing.close(actor, session, body))
  }

  private async after(actor: Actor, session: SessionId, done: unknown): Promise<SessionBoard> {
    if (isRefusal(done)) throw new Refused(done.refused)
    return orRefused(await this.boards.read(actor, session))
  }
}
