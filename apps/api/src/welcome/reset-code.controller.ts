import type { ResetCodesToTell } from '@accord/domain/rest/welcome'
import { Controller, Get } from '@nestjs/common'
import { Action } from '../access/action.decorator.js'
import { WhoIsSignedIn, type SignedIn } from '../access/signed-in.js'
import { ResetCodeService } from './reset-code.service.js'

@Controller('api/reset-codes')
export class ResetCodeController {
  constructor(private readonly codes: ResetCodeService) {}

  @Get()
  @Action('reset-codes.read')
  async read(@WhoIsSignedIn() { actor }: SignedIn): Promise<ResetCodesToTell> {
    return this.codes.toTell(actor)
  }
}
