import type { SessionId } from '@accord/domain/ids'
import { reflectionSchema, type OwnReflection, type ReflectionBody } from '@accord/domain/rest/reflection'
import { Body, Controller, Get, Param, Put } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Parsed } from '../http/parsed.pipe.js'
import { orRefused } from '../http/refused.js'
import { ReflectionService } from './reflection.service.js'

@Controller('api/sessions/:session/reflection')
export class ReflectionController {
  constructor(private readonly reflections: ReflectionService) {}

  @Get()
  @Action('reflection.read')
  async read(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
  ): Promise<OwnReflection> {
    return orRefused(await this.reflections.read(actor, session))
  }

  @Put()
  @Action('reflection.write')
  async write(
    @WhoIsSignedIn() { actor }: SignedIn,
    @Param('session') session: SessionId,
    @Body(new Parsed(reflectionSchema)) body: ReflectionBody,
  ): Promise<OwnReflection> {
    return orRefused(await this.reflections.write(actor, session, body))
  }
}
