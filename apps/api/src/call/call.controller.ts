import { callSchema, type CallBody, type CallLinks } from '@accord/domain/rest/call'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { CallService } from './call.service.js'

@Controller('api')
export class CallController {
  constructor(private readonly calls: CallService) {}

  @Get('clinic/call')
  @Action('call.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<CallLinks> {
    return this.calls.read(actor)
  }

  @Put('clinic/call')
  @Action('call.write')
  async ofClinic(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(callSchema)) body: CallBody,
  ): Promise<CallLinks> {
    return this.calls.set(actor, 'clinic', body)
  }

  @Put('self/call')
  @Action('call.own')
  async own(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(callSchema)) body: CallBody,
  ): Promise<CallLinks> {
    return this.calls.set(actor, 'own', body)
  }
}
