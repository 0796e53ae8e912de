import type { PersonId } from '@accord/domain/ids'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import type { Self } from '@accord/domain/rest/self'
import { linkTokenSchema, type LinkToken } from '@accord/domain/rest/set-up'
import {
  inviteSchema,
  proveSchema,
  welcomePasskeySchema,
  welcomeSchema,
  type FirstSignIn,
  type InviteBody,
  type ProveBody,
  type Proven,
  type ResetBegun,
  type Welcome,
  type WelcomeBody,
  type WelcomePasskeyBody,
} from '@accord/domain/rest/welcome'
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { arrivalOf, sendCookies } from '../identity/arrival.js'
import { Entrance } from '../identity/entrance.service.js'
import { InvitationService } from './invitation.service.js'
import { WelcomeService } from './welcome.service.js'

@Controller('api')
export class WelcomeController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly welcomes: WelcomeService,
    private readonly entrance: Entrance,
  ) {}

  @Post('people/:id/first-sign-in')
  @HttpCode(201)
  @Action('people.invite')
  invite(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('id') id: PersonId,
    @Body(new Parsed(inviteSchema)) body: InviteBody,
  ): Promise<FirstSignIn> {
    return this.invitations.invite(actor, id, body)
  }

  @Post('people/:id/reset')
  @HttpCode(201)
  @Action('people.invite')
  beginReset(@WhoIsSignedIn() { actor }: SignedIn, @Param('id') id: PersonId): Promise<ResetBegun> {
    return this.invitations.beginReset(actor, id)
  }

  @Post('welcome/look')
  @HttpCode(200)
  @Action('welcome')
  look(@Body(new Parsed(linkTokenSchema)) { token }: LinkToken, @Req() request: Request): Promise<Welcome> {
    return this.welcomes.look(token, arrivalOf(request))
  }

  @Post('welcome/prove')
  @HttpCode(200)
  @Action('welcome')
  prove(@Body(new Parsed(proveSchema)) body: ProveBody, @Req() request: Request): Promise<Proven> {
    return this.welcomes.prove(body, arrivalOf(request))
  }

  @Post('welcome')
  @HttpCode(200)
  @Action('welcome')
  async welcome(
    @Body(new Parsed(welcomeSchema)) body: WelcomeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Self> {
    const arrival = arrivalOf(request)
    const who = await this.welcomes.welcome(body, arrival)
    return sendCookies(response, await this.entrance.beginAnew(who, arrival))
  }

  @Post('welcome/passkey/options')
  @HttpCode(200)
  @Action('welcome')
  options(@Body(new Parsed(proveSchema)) body: ProveBody, @Req() request: Request): Promise<PasskeyOptions> {
    return this.welcomes.passkeyOptions(body, arrivalOf(request))
  }

  @Post('welcome/passkey')
  @HttpCode(200)
  @Action('welcome')
  async welcomeWithPasskey(
    @Body(new Parsed(welcomePasskeySchema)) body: WelcomePasskeyBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Self> {
    const arrival = arrivalOf(request)
    const who = await this.welcomes.welcomeWithPasskey(body, arrival)
    return sendCookies(response, await this.entrance.beginAnew(who, arrival))
  }
}
