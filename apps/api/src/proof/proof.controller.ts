import { pipeline } from 'node:stream/promises'
import type { LogId } from '@accord/domain/ids'
import { bundleSchema, type BundleBody, type PlanProof } from '@accord/domain/rest/proof'
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common'
import type { Response } from 'express'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { BundleService } from './bundle.service.js'
import { ProofService } from './proof.service.js'

@Controller('api/plans/:plan')
export class ProofController {
  constructor(
    private readonly proofs: ProofService,
    private readonly bundles: BundleService,
  ) {}

  @Get('proof')
  @Action('history.read')
  async proof(@WhoIsSignedIn() { actor }: SignedIn, @Param('plan') plan: LogId): Promise<PlanProof> {
    return orRefused(await this.proofs.read(actor, plan))
  }

  @Post('bundle')
  @HttpCode(200)
  @Action('history.export')
  @Fresh()
  async bundle(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('plan') plan: LogId,
    @Body(new Parsed(bundleSchema)) { timeZone }: BundleBody,
    @Res() response: Response,
  ): Promise<void> {
    const bundle = orRefused(await this.bundles.make(actor, plan, timeZone))
    response.setHeader('content-type', 'application/zip')
    response.setHeader('content-disposition', `attachment; filename="${bundle.name}"`)
    // Breaks the connection when something fails on the way: half a bundle must not look like a whole one.
    await pipeline(bundle.chunks, response)
  }
}
