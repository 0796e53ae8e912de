import type { NoteId } from '@accord/domain/ids'
import type { NoteTemplate } from '@accord/domain/note/template'
import {
  paperSchema,
  templateSchema,
  type NoteForms,
  type PaperQuery,
  type TemplateBody,
} from '@accord/domain/rest/note-form'
import { Body, Controller, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { NotePrinting } from './note-printing.js'
import { TemplateService } from './template.service.js'

/** The forms that notes are written in, and notes on paper. (NO4, NO15) */
@Controller('api')
export class NoteFormController {
  constructor(
    private readonly templates: TemplateService,
    private readonly printing: NotePrinting,
  ) {}

  @Get('note-forms')
  @Action('note-form.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<NoteForms> {
    return orRefused(await this.templates.read(actor))
  }

  @Post('note-forms')
  @HttpCode(200)
  @Action('note-form.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(templateSchema)) body: TemplateBody,
  ): Promise<NoteTemplate> {
    return orRefused(await this.templates.write(actor, body))
  }

  @Get('note-forms/:form/blank')
  @Action('note-form.read')
  async blank(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('form') form: string,
    @Query(new Parsed(paperSchema)) { paper }: PaperQuery,
  ): Promise<StreamableFile> {
    return pdf(orRefused(await this.printing.blank(actor, form, paper)), 'form.pdf')
  }

  @Get('notes/:note/pdf')
  @Action('note.print')
  async print(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('note') note: NoteId,
    @Query(new Parsed(paperSchema)) { paper }: PaperQuery,
  ): Promise<StreamableFile> {
    return pdf(orRefused(await this.printing.note(actor, note, paper)), 'note.pdf')
  }
}

/** A file's name says nothing about whose it is. */
function pdf(made: Uint8Array, name: string): StreamableFile {
  return new StreamableFile(made, { type: 'application/pdf', disposition: `attachment; filename="${name}"` })
}
