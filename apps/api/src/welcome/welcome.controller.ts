import type { PersonId } from '@accord/domain/ids'
import type { Self } from '@accord/domain/rest/self'
import { linkTokenSchema, type LinkToken } from '@accord/domain/rest/set-up'
import { welcomeSchema, type FirstSignIn, type Welcome, type WelcomeBody } from '@accord/domain/rest/welcome'
import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { CONFIG, type Config } from '../config/config.js'
import { addressOf } from '../config/origins.js'
import { audienceOf } from '../http/audience.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { cookieWith } from '../identity/cookie.js'
import { SignInService } from '../identity/sign-in.service.js'
import { WelcomeService, type AtTheDoor } from './welcome.service.js'

@Controller('api')
export class WelcomeController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly welcomes: WelcomeService,
    private readonly signIns: SignInService,
  ) {}

  @Post('people/:id/first-sign-in')
  @HttpCode(201)
  @Action('people.invite')
  async invite(@WhoIsSignedIn() { actor }: SignedIn, @Param('id') id: PersonId): Promise<FirstSignIn> {
    const { token, audience, expiresAt } = await this.welcomes.invite(actor, id)
    // Behind the hash, so that no server and no log is ever sent it.
    return { link: `${addressOf(this.config.origins, audience)}/welcome#${token}`, expiresAt }
  }

  @Post('welcome/look')
  @HttpCode(200)
  @Action('welcome')
  async look(
    @Body(new Parsed(linkTokenSchema)) { token }: LinkToken,
    @Req() request: Request,
  ): Promise<Welcome> {
    return this.welcomes.look(token, whereOf(request))
  }

  @Post('welcome')
  @HttpCode(200)
  @Action('welcome')
  async welcome(
    @Body(new Parsed(welcomeSchema)) body: WelcomeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Self> {
    const where = whereOf(request)
    const who = await this.welcomes.welcome(body, where)
    await this.signIns.endOfCookies(request.headers.cookie, where.audience)
    const { signedIn, token } = await this.signIns.begin(who, where.audience)
    response.append('Set-Cookie', cookieWith(token, where.audience, this.config.origins))
    return orRefused(await this.signIns.self(signedIn))
  }
}

function whereOf(request: Request): AtTheDoor {
  return { audience: audienceOf(request), address: request.ip ?? '' }
}
