import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import { askedAbout } from '@accord/domain/alliance/held-sessions'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseId } from '@accord/domain/ids'
import type { Refusal } from '@accord/domain/refusal'
import type { AskedCheckIn, AskedCheckIns as Asked } from '@accord/domain/rest/alliance'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseRepository } from '../case/case.repository.js'
import { Clock } from '../config/clock.js'
import { SessionService } from '../session/session.service.js'
import { CheckInRepository } from './check-in.repository.js'

/** The sessions that somebody is asked about now, in all their open cases. (CI5) */
@Injectable()
export class AskedCheckIns {
  constructor(
    private readonly access: AccessService,
    private readonly cases: CaseRepository,
    private readonly clock: Clock,
    private readonly repository: CheckInRepository,
    private readonly sessions: SessionService,
  ) {}

  async of(actor: Actor): Promise<Asked | Refusal> {
    const no = refusalOf(actor, 'check-in.list', { kind: 'clinic', clinic: actor.clinic })
    if (no) return no
    const now = this.clock.now()
    const found = await Promise.all(
      (await this.asClient(actor)).map(async (caseId): Promise<AskedCheckIn | null> => {
        const [held, rows] = await Promise.all([
          this.sessions.heldOf(actor, caseId),
          this.repository.ofCase(actor, caseId),
        ])
        const said = new Set(rows.map(({ session }) => session))
        const session = askedAbout(held, said, now)
        return session && { caseId, session }
      }),
    )
    return { asked: found.filter((one) => one !== null) }
  }

  /** The open cases in which somebody is a client now. */
  private async asClient({ clinic, person }: Actor): Promise<readonly CaseId[]> {
    const rows = await this.cases.ofPerson(clinic, person)
    const open = rows.filter(({ closed_ms: closed }) => closed === null).map(({ case_id: caseId }) => caseId)
    const facts = await Promise.all(open.map((caseId) => this.access.factsOfCase(clinic, caseId)))
    return facts.flatMap((one) =>
      one && livePartyOf(one.parties, person)?.relation === 'client' ? [one.caseId] : [],
    )
  }
}
