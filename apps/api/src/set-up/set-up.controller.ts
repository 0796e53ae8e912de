import type { Self } from '@accord/domain/rest/self'
import { linkTokenSchema, setUpSchema, type LinkToken, type SetUpBody } from '@accord/domain/rest/set-up'
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { Action } from '../access/action.decorator.js'
import { CONFIG, type Config } from '../config/config.js'
import { audienceOf } from '../http/audience.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused, Refused } from '../http/refused.js'
import { cookieWith } from '../identity/cookie.js'
import { SignInService } from '../identity/sign-in.service.js'
import { SetUpService } from './set-up.service.js'

@Controller('api/set-up')
export class SetUpController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly setUps: SetUpService,
    private readonly signIns: SignInService,
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
    const { signedIn, token } = await this.signIns.begin(administrator, 'console')
    response.append('Set-Cookie', cookieWith(token, 'console', this.config.origins))
    return orRefused(await this.signIns.self(signedIn))
  }
}

/** The portal is no place to begin a clinic: a link is worth nothing there. (AC6) */
function atTheConsole(request: Request): void {
  if (audienceOf(request) !== 'console') throw new Refused('link-spent')
}
