import type { Actor } from '@accord/domain/access/subject'
import { phasesOf } from '@accord/domain/case/phase'
import { utf8 } from '@accord/domain/history/bytes'
import type { CaseId, LogId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { CasePhases, PhaseBody, PhaseChange } from '@accord/domain/rest/case-file'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { decrypt, encrypt } from '../history/sealing.js'
import { CasePhaseRepository, type PhaseRow } from './case-phase.repository.js'

/** The phase of the work, with all that came before it, each with its author and reason. (CL15) */
@Injectable()
export class CasePhaseService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly repository: CasePhaseRepository,
    private readonly keys: KeyStore,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<CasePhases | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'phase.read', facts)
    return no ?? this.phases(actor, caseId)
  }

  async change(actor: Actor, caseId: CaseId, { phase, reason }: PhaseBody): Promise<CasePhases | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'phase.write', facts)
    if (no) return no
    const found = await this.repository.case(actor.clinic, caseId)
    if (!found) return refuse('not-found')
    const before = await this.phases(actor, caseId)
    if (isRefusal(before)) return before
    if (!before.possible.includes(phase)) return refuse('malformed')
    if (before.history.at(-1)?.phase === phase) return refuse('already-exists')
    const now = this.clock.now()
    const id = newUuid(now)
    const { key, version: keyVersion } = this.keys.open(found.plan)
    const sealed = reason === null ? null : encrypt(utf8(reason), key, reasonOf(id))
    const { clinic, person: by } = actor
    const added = { id, clinic, caseId, phase, at: new Date(now), by, keyVersion, reason: sealed }
    await this.repository.append(added)
    return this.phases(actor, caseId)
  }

  private async phases({ clinic }: Actor, caseId: CaseId): Promise<CasePhases | Refusal> {
    const found = await this.repository.case(clinic, caseId)
    if (!found) return refuse('not-found')
    const rows = await this.repository.of(clinic, caseId)
    return { possible: phasesOf(found.discipline), history: rows.map((row) => this.opened(found.plan, row)) }
  }

  private opened(plan: LogId, row: PhaseRow): PhaseChange {
    const { case_phase_id: id, phase, since_ms: since, set_by: person, name, reason } = row
    const words = reason && decrypt(reason, this.keys.open(plan).key, reasonOf(id)).toString('utf8')
    return { phase, since, by: { person, name }, reason: words }
  }
}

/** Associated data of a reason: it cannot be passed off as another phase's. */
function reasonOf(id: string): Uint8Array {
  return utf8(`accord/case-phase/1 ${id}`)
}
