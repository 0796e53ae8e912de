import { pipeline } from 'node:stream/promises'
import { takeoutSchema, type TakeoutBody } from '@accord/domain/rest/takeout'
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common'
import type { Response } from 'express'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { TakeoutService } from './takeout.service.js'

@Controller('api/me/takeout')
export class TakeoutController {
  constructor(private readonly takeouts: TakeoutService) {}

  @Post()
  @HttpCode(200)
  @Action('takeout.make')
  @Fresh()
  async make(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(takeoutSchema)) body: TakeoutBody,
    @Res() response: Response,
  ): Promise<void> {
    const takeout = orRefused(await this.takeouts.make(actor, body))
    response.setHeader('content-type', 'application/zip')
    response.setHeader('content-disposition', `attachment; filename="${takeout.name}"`)
    // Breaks the connection when something fails on the way: half a copy must not look like a whole one. (TO9)
    await pipeline(takeout.chunks, response)
  }
}
