import type { ResetCodesToTell } from '@accord/domain/rest/welcome'
import { Controller, Get } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { Clock } from '../config/clock.js'
import { ResetCodes } from './reset-code.repository.js'

@Controller('api/reset-codes')
export class ResetCodeController {
  constructor(
    private readonly codes: ResetCodes,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action('reset-codes.read')
  async read(@WhoIsSignedIn() { actor: { clinic, person } }: SignedIn): Promise<ResetCodesToTell> {
    return { codes: await this.codes.shownTo(clinic, person, new Date(this.clock.now())) }
  }
}
