import type { SessionId } from '@accord/domain/ids'
import {
  processNoteSchema,
  type OwnProcessNote,
  type ProcessNoteBody,
} from '@accord/domain/rest/process-note'
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ProcessNoteService } from './process-note.service.js'

@Controller('api/sessions/:session/process-note')
export class ProcessNoteController {
  constructor(private readonly notes: ProcessNoteService) {}

  @Get()
  @Action('process-note.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<OwnProcessNote> {
    return orRefused(await this.notes.read(actor, session))
  }

  @Put()
  @Action('process-note.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(processNoteSchema)) body: ProcessNoteBody,
  ): Promise<OwnProcessNote> {
    return orRefused(await this.notes.write(actor, session, body))
  }

  @Post('delete')
  @HttpCode(200)
  @Action('process-note.write')
  async remove(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<OwnProcessNote> {
    return orRefused(await this.notes.remove(actor, session))
  }
}
