import type { CaseId } from '@accord/domain/ids'
import {
  readSchema,
  type ReadBody,
  type ReadOutcomes,
  type ReviewForClient,
  type ReviewView,
} from '@accord/domain/rest/review'
import { reviewActSchema, type ReviewAct } from '@accord/domain/review/act'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ReadingService } from './reading.service.js'
import { ReviewService } from './review.service.js'

@Controller('api')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly reading: ReadingService,
  ) {}

  @Get('cases/:caseId/review')
  @Action('review.read')
  async view(@WhoIsSignedIn() { actor }: SignedIn, @Param('caseId') caseId: CaseId): Promise<ReviewView> {
    return orRefused(await this.reviews.view(actor, caseId))
  }

  @Post('cases/:caseId/review/acts')
  @HttpCode(200)
  @Action('review.write')
  async act(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
    @Body(new Parsed(reviewActSchema)) act: ReviewAct,
  ): Promise<ReviewView> {
    return orRefused(await this.reviews.act(actor, caseId, act))
  }

  @Get('cases/:caseId/review/for-client')
  @Action('review.for-client')
  async forClient(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('caseId') caseId: CaseId,
  ): Promise<ReviewForClient> {
    return orRefused(await this.reviews.forClient(actor, caseId))
  }

  @Post('reviews/read')
  @HttpCode(200)
  @Action('review.write')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(readSchema)) body: ReadBody,
  ): Promise<ReadOutcomes> {
    return this.reading.read(actor, body)
  }
}
