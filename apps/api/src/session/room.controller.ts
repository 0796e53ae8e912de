import type { SessionId } from '@accord/domain/ids'
import { roomSchema, type RoomBody, type RoomChecklist } from '@accord/domain/rest/session'
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { RoomService } from './room.service.js'

@Controller('api/sessions/:session/room')
export class RoomController {
  constructor(private readonly room: RoomService) {}

  @Get()
  @Action('session.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<RoomChecklist> {
    return orRefused(await this.room.read(actor, session))
  }

  @Post()
  @HttpCode(200)
  @Action('session.write')
  async check(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(roomSchema)) body: RoomBody,
  ): Promise<RoomChecklist> {
    return orRefused(await this.room.check(actor, session, body))
  }
}
