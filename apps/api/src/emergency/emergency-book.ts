import type { CaseId, ClinicId, LogId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { KeyStore, type LogKey } from '../history/key-store.js'
import { LookRepository } from '../looks/look.repository.js'
import { EmergencyLines } from './emergency-lines.repository.js'
import { EmergencyTries } from './emergency-tries.repository.js'
import { EmergencyRepository } from './emergency.repository.js'

/** What openings are kept in. */
@Injectable()
export class EmergencyBook {
  constructor(
    readonly openings: EmergencyRepository,
    readonly lines: EmergencyLines,
    readonly tries: EmergencyTries,
    private readonly looks: LookRepository,
    private readonly keys: KeyStore,
  ) {}

  /** A case's plan and its key; null where it has none. */
  async placeOf(clinic: ClinicId, caseId: CaseId): Promise<{ plan: LogId; key: LogKey } | null> {
    const plan = await this.looks.planOf(clinic, caseId)
    return plan && { plan, key: this.keys.open(plan) }
  }
}
