import { Injectable } from '@nestjs/common'
import { CodeAppRepository } from '../code-app/code-app.repository.js'
import { CodeAppService } from '../code-app/code-app.service.js'
import { PasskeyRepository } from '../passkey/passkey.repository.js'
import { PasskeyService } from '../passkey/passkey.service.js'

/** What may be shown besides a password, or in its place. */
@Injectable()
export class Factors {
  constructor(
    readonly passkeys: PasskeyService,
    readonly codeApps: CodeAppService,
    readonly keptPasskeys: PasskeyRepository,
    readonly keptCodes: CodeAppRepository,
  ) {}
}
