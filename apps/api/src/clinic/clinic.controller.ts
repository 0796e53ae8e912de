import type { IncomingMessage } from 'node:http'
import type { ClinicGreeting } from '@accord/domain/rest/self'
import type { ClinicSettings } from '@accord/domain/rest/set-up'
import { Controller, Get, Req } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { audienceOf } from '../http/audience.js'
import { ClinicService } from './clinic.service.js'

@Controller('api/clinic')
export class ClinicController {
  constructor(private readonly clinics: ClinicService) {}

  @Get()
  @Action('clinic.greet')
  async greet(@Req() request: IncomingMessage): Promise<ClinicGreeting> {
    return this.clinics.greeting(audienceOf(request))
  }

  @Get('settings')
  @Action('clinic.read')
  async settings(@WhoIsSignedIn() { actor }: SignedIn): Promise<ClinicSettings> {
    return this.clinics.settings(actor.clinic)
  }
}
