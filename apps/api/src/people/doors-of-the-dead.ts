import type { ClinicId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { SignInService } from '../identity/sign-in.service.js'
import { Mail } from '../mail/mail.service.js'

/** What ends when somebody died: their letters and their way in. (CL24) */
@Injectable()
export class DoorsOfTheDead {
  constructor(
    private readonly mail: Mail,
    private readonly signIns: SignInService,
  ) {}

  async close(manager: EntityManager, clinic: ClinicId, person: PersonId, at: Date): Promise<void> {
    await manager.query('UPDATE person SET disabled_at = coalesce(disabled_at, $2) WHERE person_id = $1', [
      person,
      at,
    ])
    await this.mail.stopFor(manager, clinic, person)
  }

  /** Everywhere, their sockets too. */
  async signOut(clinic: ClinicId, person: PersonId): Promise<void> {
    await this.signIns.endAllOf(clinic, person)
  }
}
