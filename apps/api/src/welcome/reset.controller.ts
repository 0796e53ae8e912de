import { resetSchema, type ResetBody } from '@accord/domain/rest/welcome'
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common'
import type { Request } from 'express'
import { Action } from '../access/action.decorator.js'
import { Parsed } from '../http/parsed.pipe.js'
import { arrivalOf } from '../identity/arrival.js'
import { ResetRequests } from './reset-requests.service.js'

@Controller('api/reset')
export class ResetController {
  constructor(private readonly requests: ResetRequests) {}

  @Post()
  @HttpCode(204)
  @Action('welcome')
  ask(@Body(new Parsed(resetSchema)) { email }: ResetBody, @Req() request: Request): Promise<void> {
    return this.requests.ask(email, arrivalOf(request))
  }
}
