import type { CaseId } from '@accord/domain/ids'
import { paperSchema, type PaperQuery } from '@accord/domain/rest/note-form'
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { AccountingPrinting } from './accounting-printing.js'

@Controller('api/cases/:caseId/disclosures')
export class AccountingController {
  constructor(private readonly printing: AccountingPrinting) {}

  @Get('pdf')
  @Action('disclosure.print')
  async print(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Query(new Parsed(paperSchema)) { paper }: PaperQuery,
  ): Promise<StreamableFile> {
    const made = orRefused(await this.printing.print(actor, caseId, paper))
    // A file's name says nothing about whose it is.
    return new StreamableFile(made, {
      type: 'application/pdf',
      disposition: 'attachment; filename="accounting.pdf"',
    })
  }
}
