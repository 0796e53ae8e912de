import type { CaseId, NoteId, SessionId } from '@accord/domain/ids'
import {
  amendSchema,
  coSignSchema,
  draftSchema,
  releaseSchema,
  returnSchema,
  signSchema,
  type AmendBody,
  type CoSignBody,
  type DraftBody,
  type NoteDesk,
  type NoteDraft,
  type NoteList,
  type NoteView,
  type ReleaseBody,
  type ReturnBody,
  type SignBody,
} from '@accord/domain/rest/note'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { CoSigningService } from './co-signing.service.js'
import { NoteDeskService } from './note-desk.service.js'
import { NoteReadingService } from './note-reading.service.js'
import { NoteSigningService } from './note-signing.service.js'

@Controller('api')
export class NoteController {
  constructor(
    private readonly desk: NoteDeskService,
    private readonly reading: NoteReadingService,
    private readonly signing: NoteSigningService,
    private readonly coSigning: CoSigningService,
  ) {}

  @Get('cases/:caseId/notes')
  @Action('note.read')
  async list(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<NoteList> {
    return orRefused(await this.reading.list(actor, caseId))
  }

  @Get('sessions/:session/note')
  @Action('note.read')
  async open(@WhoIsSignedIn() { actor }: SignedIn, @Param('session') session: SessionId): Promise<NoteDesk> {
    return orRefused(await this.desk.read(actor, session))
  }

  @Post('sessions/:session/note')
  @HttpCode(200)
  @Action('note.write')
  async save(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(draftSchema)) body: DraftBody,
  ): Promise<NoteDraft> {
    return orRefused(await this.desk.save(actor, session, body))
  }

  @Get('notes/:note')
  @Action('note.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn, @Param('note') note: NoteId): Promise<NoteView> {
    return orRefused(await this.reading.view(actor, note))
  }

  @Post('notes/:note/sign')
  @HttpCode(200)
  @Action('note.write')
  async sign(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('note') note: NoteId,
    @Body(new Parsed(signSchema)) body: SignBody,
  ): Promise<NoteView> {
    return orRefused(await this.signing.sign(actor, note, body))
  }

  @Post('notes/:note/amendments')
  @HttpCode(200)
  @Action('note.write')
  async amend(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('note') note: NoteId,
    @Body(new Parsed(amendSchema)) body: AmendBody,
  ): Promise<NoteView> {
    return orRefused(await this.signing.amend(actor, note, body))
  }

  @Post('notes/:note/release')
  @HttpCode(200)
  @Action('note.write')
  async release(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('note') note: NoteId,
    @Body(new Parsed(releaseSchema)) body: ReleaseBody,
  ): Promise<NoteView> {
    return orRefused(await this.signing.release(actor, note, body))
  }

  @Post('notes/:note/co-sign')
  @HttpCode(200)
  @Action('note.co-sign')
  async coSign(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('note') note: NoteId,
    @Body(new Parsed(coSignSchema)) { hash }: CoSignBody,
  ): Promise<NoteView> {
    return orRefused(await this.coSigning.answer(actor, note, { hash, words: null }))
  }

  @Post('notes/:note/return')
  @HttpCode(200)
  @Action('note.co-sign')
  async giveBack(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('note') note: NoteId,
    @Body(new Parsed(returnSchema)) body: ReturnBody,
  ): Promise<NoteView> {
    return orRefused(await this.coSigning.answer(actor, note, body))
  }
}
