import type { CaseId, NoteId } from '@accord/domain/ids'
import {
  replySchema,
  type NotesToDo,
  type ReleasedNote,
  type ReleasedNotes,
  type ReplyBody,
} from '@accord/domain/rest/note'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { NotesToDoService } from './notes-to-do.service.js'
import { ReleasedNotesService } from './released-notes.service.js'

/** What waits for the practice's people, and what is there for their clients. */
@Controller('api')
export class NoteDoorController {
  constructor(
    private readonly waiting: NotesToDoService,
    private readonly released: ReleasedNotesService,
  ) {}

  @Get('notes')
  @Action('note.unsigned')
  async mine(@WhoIsSignedIn() { actor }: SignedIn): Promise<NotesToDo> {
    return orRefused(await this.waiting.of(actor))
  }

  @Get('cases/:caseId/released-notes')
  @Action('note.for-client')
  async shown(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<ReleasedNotes> {
    return orRefused(await this.released.list(actor, caseId))
  }

  @Get('notes/:note/released')
  @Action('note.for-client')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('note') note: NoteId): Promise<ReleasedNote> {
    return orRefused(await this.released.read(actor, note))
  }

  @Post('notes/:note/replies')
  @HttpCode(200)
  @Action('note.reply')
  async reply(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('note') note: NoteId,
    @Body(new Parsed(replySchema)) body: ReplyBody,
  ): Promise<ReleasedNote> {
    return orRefused(await this.released.reply(actor, note, body))
  }
}
