import type { IncomingMessage } from 'node:http'
import type { ClinicGreeting } from '@accord/domain/rest/self'
import { Controller, Get, Req } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { audienceOf } from '../http/audience.js'
import { orRefused } from '../http/refused.js'
import { ClinicService } from './clinic.service.js'

@Controller('api/clinic')
export class ClinicController {
  constructor(private readonly clinics: ClinicService) {}

  @Get()
  @Action('clinic.greet')
  async greet(@Req() request: IncomingMessage): Promise<ClinicGreeting> {
    return orRefused(await this.clinics.greeting(audienceOf(request)))
  }
}
