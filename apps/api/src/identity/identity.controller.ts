import { passkeyAnswerSchema, type PasskeyAnswer, type PasskeyOptions } from '@accord/domain/rest/passkey'
import {
  passwordSchema,
  signInSchema,
  type PasswordBody,
  type Self,
  type SignInBody,
  type SignInState,
} from '@accord/domain/rest/self'
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { CONFIG, type Config } from '../config/config.js'
import { audienceOf } from '../http/audience.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { requestIdOf } from '../http/logging.js'
import { arrivalOf, sendCookies } from './arrival.js'
import { cookieGone } from './cookie.js'
import { Confirmation } from './confirmation.service.js'
import { Door } from './door.service.js'
import { SignInService } from './sign-in.service.js'

@Controller('api')
export class IdentityController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly door: Door,
    private readonly confirmation: Confirmation,
    private readonly signIns: SignInService,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Action('sign-in')
  async signIn(
    @Body(new Parsed(signInSchema)) body: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Self> {
    return sendCookies(response, await this.door.signIn(body, arrivalOf(request), idOf(response)))
  }

  @Post('sign-in/passkey/options')
  @HttpCode(200)
  @Action('sign-in')
  passkeyOptions(@Req() request: Request): Promise<PasskeyOptions> {
    return this.door.passkeyOptions(audienceOf(request))
  }

  @Post('sign-in/passkey')
  @HttpCode(200)
  @Action('sign-in')
  async signInByPasskey(
    @Body(new Parsed(passkeyAnswerSchema)) body: PasskeyAnswer,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Self> {
    return sendCookies(response, await this.door.signInByPasskey(body, arrivalOf(request), idOf(response)))
  }

  /** Asked by a page that opens, of which nobody knows yet whether somebody is signed in: no sign-in is no error. */
  @Get('sign-in')
  @Action('clinic.greet')
  async present(@Req() request: Request): Promise<SignInState> {
    const signedIn = await this.signIns.actorFromCookies(request.headers.cookie, audienceOf(request))
    if (!signedIn) return { self: null }
    await this.signIns.touch(signedIn)
    return { self: orRefused(await this.signIns.self(signedIn)) }
  }

  @Post('sign-out')
  @HttpCode(204)
  @Action('sign-out')
  async signOut(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.signIns.end(signedIn)
    response.append('Set-Cookie', cookieGone(signedIn.actor.audience, this.config.origins))
  }

  @Post('password')
  @HttpCode(204)
  @Action('self.read')
  async confirm(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Body(new Parsed(passwordSchema)) { password }: PasswordBody,
    @Req() request: Request,
  ): Promise<void> {
    await this.confirmation.byPassword(signedIn, password, request.ip ?? '')
  }

  @Get('me')
  @Action('self.read')
  async me(@WhoIsSignedIn() signedIn: SignedIn): Promise<Self> {
    return orRefused(await this.signIns.self(signedIn))
  }
}

function idOf(response: Response): string | null {
  return requestIdOf(response) || null
}
