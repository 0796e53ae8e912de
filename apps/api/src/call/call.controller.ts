import type { Actor } from '@accord/domain/access/subject'
import { callSchema, type CallBody, type CallLinks } from '@accord/domain/rest/call'
import { Body, Controller, Get, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { CallRepository } from './call.repository.js'

@Controller('api')
export class CallController {
  constructor(private readonly calls: CallRepository) {}

  @Get('clinic/call')
  @Action('call.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<CallLinks> {
    return this.links(actor)
  }

  @Put('clinic/call')
  @Action('call.write')
  async ofClinic(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(callSchema)) { link }: CallBody,
  ): Promise<CallLinks> {
    await this.calls.set(actor, null, link)
    return this.links(actor)
  }

  @Put('self/call')
  @Action('call.own')
  async own(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Body(new Parsed(callSchema)) { link }: CallBody,
  ): Promise<CallLinks> {
    await this.calls.set(actor, actor.person, link)
    return this.links(actor)
  }

  private async links({ clinic, person }: Actor): Promise<CallLinks> {
    const links = await this.calls.of(clinic, [person])
    return { clinic: links.get(null) ?? null, own: links.get(person) ?? null }
  }
}
