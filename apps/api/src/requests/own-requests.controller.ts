import { requestSchema, type OwnRequests, type RequestBody } from '@accord/domain/rest/requests'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { OwnRequestsService } from './own-requests.service.js'

@Controller('api/me/requests')
export class OwnRequestsController {
  constructor(private readonly requests: OwnRequestsService) {}

  @Get()
  @Action('own-requests.read')
  async list(@WhoIsSignedIn() { actor }: SignedIn): Promise<OwnRequests> {
    return this.requests.list(actor)
  }

  @Post()
  @Action('own-requests.write')
  async make(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(requestSchema)) body: RequestBody,
  ): Promise<OwnRequests> {
    return orRefused(await this.requests.make(actor, body))
  }

  @Post(':dataRequest/withdraw')
  @HttpCode(200)
  @Action('own-requests.write')
  async withdraw(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('dataRequest') request: string,
  ): Promise<OwnRequests> {
    return orRefused(await this.requests.withdraw(actor, request))
  }
}
