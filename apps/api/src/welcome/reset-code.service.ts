import type { Actor } from '@accord/domain/access/subject'
import type { ResetCodesToTell } from '@accord/domain/rest/welcome'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { ResetCodes } from './reset-code.repository.js'

/** What somebody is to tell people who forgot their way in. (ID40) */
@Injectable()
export class ResetCodeService {
  constructor(
    private readonly codes: ResetCodes,
    private readonly clock: Clock,
  ) {}

  async toTell({ clinic, person }: Actor): Promise<ResetCodesToTell> {
    return { codes: await this.codes.shownTo(clinic, person, new Date(this.clock.now())) }
  }
}
