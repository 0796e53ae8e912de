import type { Self } from '@accord/domain/rest/self'
import { linkTokenSchema, setUpSchema, type LinkToken, type SetUpBody } from '@accord/domain/rest/set-up'
import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { Action } from '../access/action.decorator.js'
import { audienceOf } from '../http/audience.js'
import { Parsed } from '../http/parsed.pipe.js'
import { Refused } from '../http/refused.js'
import { arrivalOf, sendCookies } from '../identity/arrival.js'
import { Entrance } from '../identity/entrance.service.js'
import { SetUpService } from './set-up.service.js'

@Controller('api/set-up')
export class SetUpController {
  constructor(
    private readonly setUps: SetUpService,
    private readonly entrance: Entrance,
  ) {}

  @Post('look')
  @HttpCode(204)
  @Action('set-up')
  async look(
    @Body(new Parsed(linkTokenSchema)) { token }: LinkToken,
    @Req() request: Request,
  ): Promise<void> {
    atTheConsole(request)
    await this.setUps.look(token, request.ip ?? '')
  }

  @Post()
  @HttpCode(200)
  @Action('set-up')
  async setUp(
    @Body(new Parsed(setUpSchema)) body: SetUpBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Self> {
    atTheConsole(request)
    const administrator = await this.setUps.setUp(body, request.ip ?? '')
    return sendCookies(response, await this.entrance.begin(administrator, arrivalOf(request), true))
  }
}

/** The portal is no place to begin a clinic: a link is worth nothing there. (AC6) */
function atTheConsole(request: Request): void {
  if (audienceOf(request) !== 'console') throw new Refused('link-spent')
}
