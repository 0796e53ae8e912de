import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseId } from '@accord/domain/ids'
import type { Refusal } from '@accord/domain/refusal'
import type { AllianceCues as Cues, CueOfClient } from '@accord/domain/rest/alliance'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseRepository } from '../case/case.repository.js'
import { AllianceReadings } from './alliance-readings.js'

/** What is worth asking about, in all cases of a practitioner; a supervisor has their queue. (AL3) */
@Injectable()
export class AllianceCues {
  constructor(
    private readonly access: AccessService,
    private readonly cases: CaseRepository,
    private readonly readings: AllianceReadings,
  ) {}

  async of(actor: Actor): Promise<Cues | Refusal> {
    const no = refusalOf(actor, 'alliance.cues', { kind: 'clinic', clinic: actor.clinic })
    if (no) return no
    const rows = await this.cases.ofPerson(actor.clinic, actor.person)
    const open = rows.filter(({ closed_ms: closed }) => closed === null)
    const found = await Promise.all(open.map(({ case_id: caseId }) => this.ofCase(actor, caseId)))
    return { cues: found.flat().sort((a, b) => a.cue.at - b.cue.at) }
  }

  private async ofCase(actor: Actor, caseId: CaseId): Promise<readonly CueOfClient[]> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    if (!facts || livePartyOf(facts.parties, actor.person)?.relation !== 'practitioner') return []
    const [{ readings }, people] = await Promise.all([
      this.readings.of(actor, facts),
      this.access.peopleOfCase(actor.clinic, caseId),
    ])
    return readings.flatMap(({ client, cues }) => {
      const name = people.find(({ person }) => person === client)?.name ?? ''
      return cues.map((cue) => ({ caseId, client, name, cue }))
    })
  }
}
