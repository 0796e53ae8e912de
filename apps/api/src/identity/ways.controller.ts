import {
  codeSchema,
  freshSchema,
  newPasswordSchema,
  type CodeAppBegun,
  type CodeAppConfirmed,
  type CodeBody,
  type FreshBody,
  type NewPasswordBody,
  type Ways,
} from '@accord/domain/rest/factors'
import { newPasskeySchema, type NewPasskeyBody, type PasskeyOptions } from '@accord/domain/rest/passkey'
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common'
import type { Request } from 'express'
import { Action } from '../access/action.decorator.js'
import { Fresh } from '../access/fresh.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { arrivalOf } from './arrival.js'
import { Confirmation } from './confirmation.service.js'
import { deviceOf } from './device-name.js'
import { OwnPassword } from './own-password.service.js'
import { WaysService } from './ways.service.js'

@Controller('api/me')
export class WaysController {
  constructor(
    private readonly ways: WaysService,
    private readonly confirmation: Confirmation,
    private readonly ownPassword: OwnPassword,
  ) {}

  @Get('ways')
  @Action('self.read')
  read(@WhoIsSignedIn() signedIn: SignedIn): Promise<Ways> {
    return this.ways.read(signedIn)
  }

  @Post('passkeys/options')
  @HttpCode(200)
  @Action('self.secure')
  @Fresh()
  askForPasskey(@WhoIsSignedIn() signedIn: SignedIn): Promise<PasskeyOptions> {
    return this.ways.askForPasskey(signedIn)
  }

  @Post('passkeys')
  @HttpCode(200)
  @Action('self.secure')
  @Fresh()
  addPasskey(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Body(new Parsed(newPasskeySchema)) body: NewPasskeyBody,
    @Req() request: Request,
  ): Promise<Ways> {
    return this.ways.addPasskey(signedIn, body, deviceOf(arrivalOf(request).agent))
  }

  @Post('passkeys/:passkey/remove')
  @HttpCode(200)
  @Action('self.secure')
  @Fresh()
  removePasskey(@WhoIsSignedIn() signedIn: SignedIn, @Param('passkey') id: string): Promise<Ways> {
    return this.ways.removePasskey(signedIn, id)
  }

  @Post('code-app')
  @HttpCode(200)
  @Action('self.secure')
  @Fresh()
  beginCodeApp(@WhoIsSignedIn() signedIn: SignedIn): Promise<CodeAppBegun> {
    return this.ways.beginCodeApp(signedIn)
  }

  @Post('code-app/confirm')
  @HttpCode(200)
  @Action('self.secure')
  @Fresh()
  confirmCodeApp(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Body(new Parsed(codeSchema)) { code }: CodeBody,
  ): Promise<CodeAppConfirmed> {
    return this.ways.confirmCodeApp(signedIn, code)
  }

  @Post('code-app/remove')
  @HttpCode(200)
  @Action('self.secure')
  @Fresh()
  removeCodeApp(@WhoIsSignedIn() signedIn: SignedIn): Promise<Ways> {
    return this.ways.removeCodeApp(signedIn)
  }

  @Post('password')
  @HttpCode(200)
  @Action('self.secure')
  @Fresh()
  changePassword(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Body(new Parsed(newPasswordSchema)) body: NewPasswordBody,
    @Req() request: Request,
  ): Promise<Ways> {
    return this.ownPassword.change(signedIn, body, request.ip ?? '')
  }

  @Post('fresh/options')
  @HttpCode(200)
  @Action('self.secure')
  freshOptions(@WhoIsSignedIn() signedIn: SignedIn): Promise<PasskeyOptions> {
    return this.confirmation.options(signedIn)
  }

  @Post('fresh')
  @HttpCode(204)
  @Action('self.secure')
  refresh(
    @WhoIsSignedIn() signedIn: SignedIn,
    @Body(new Parsed(freshSchema)) body: FreshBody,
    @Req() request: Request,
  ): Promise<void> {
    return this.confirmation.refresh(signedIn, body, request.ip ?? '')
  }

  @Post('devices/end-others')
  @HttpCode(200)
  @Action('self.secure')
  endOthers(@WhoIsSignedIn() signedIn: SignedIn): Promise<Ways> {
    return this.ways.endOthers(signedIn)
  }

  @Post('devices/:device/end')
  @HttpCode(200)
  @Action('self.secure')
  endDevice(@WhoIsSignedIn() signedIn: SignedIn, @Param('device') id: string): Promise<Ways> {
    return this.ways.endDevice(signedIn, id)
  }
}
