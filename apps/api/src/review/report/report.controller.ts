import type { CaseId } from '@accord/domain/ids'
import { reportSchema, type ReportQuery } from '@accord/domain/rest/review'
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common'
import { Action } from '../../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../../access/signed-in.js'
import { Clock } from '../../config/clock.js'
import { Parsed } from '../../http/parsed.pipe.js'
import { orRefused } from '../../http/refused.js'
import { ReportService } from './report.service.js'

@Controller('api/cases/:caseId/review/report')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly clock: Clock,
  ) {}

  /** A file's name says nothing about whose it is. */
  @Get()
  @Action('review.read')
  async make(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Query(new Parsed(reportSchema)) { paper }: ReportQuery,
  ): Promise<StreamableFile> {
    const made = orRefused(await this.reports.make(actor, caseId, { paper, at: this.clock.now() }))
    return new StreamableFile(made, {
      type: 'application/pdf',
      disposition: 'attachment; filename="review.pdf"',
    })
  }
}
