import { refusalOf } from '@accord/domain/access/may'
import type { Actor, CheckInOfClient } from '@accord/domain/access/subject'
import type { CheckIn } from '@accord/domain/alliance/check-in'
import type { HeldSession } from '@accord/domain/alliance/held-sessions'
import { liveParties } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import { isUuid, type SessionId } from '@accord/domain/ids'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { CheckInBody, OwnCheckIn } from '@accord/domain/rest/alliance'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { sqlStateOf } from '../database/failures.js'
import type { LogKey } from '../history/key-store.js'
import { SessionService } from '../session/session.service.js'
import { CasePlan } from './case-plan.js'
import { openAnswers, sealAnswers } from './check-in-seal.js'
import { CheckInRepository, type CheckInRow } from './check-in.repository.js'

const UNIQUE_VIOLATION = '23505'

/** A session of the asker's, the case that it is of, and what they said of it. */
interface Found {
  readonly facts: CaseFacts
  readonly held: HeldSession
  readonly mine: CheckIn | null
  readonly subject: CheckInOfClient
}

/** What a client says after a session, and to whom. (CI1–CI5) */
@Injectable()
export class CheckInService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
    private readonly repository: CheckInRepository,
    private readonly plans: CasePlan,
  ) {}

  async read(actor: Actor, session: SessionId): Promise<OwnCheckIn | Refusal> {
    const found = await this.find(actor, session)
    return isRefusal(found) ? found : this.told(actor, found)
  }

  /** Says it, or says it anew: every version is kept. (CI2) */
  async write(actor: Actor, session: SessionId, body: CheckInBody): Promise<OwnCheckIn | Refusal> {
    const found = await this.find(actor, session)
    if (isRefusal(found)) return found
    const no = refusalOf(actor, 'check-in.write', found.subject)
    if (no) return no
    if ((found.mine?.version ?? 0) !== body.after) return refuse('words-changed')
    const key = await this.plans.keyOf(actor, found.facts.caseId)
    if (!key) return refuse('not-found')
    const { shownTo, answers } = body
    const at = this.clock.now()
    const stamp = { session, client: actor.person, version: body.after + 1 }
    const content = sealAnswers(answers, stamp, key)
    const added = { ...stamp, caseId: found.facts.caseId, at, shownTo, keyVersion: key.version, content }
    const won = await this.appended(this.repository.append(actor, added))
    return won
      ? this.told(actor, { ...found, mine: { ...stamp, at, shownTo, answers } })
      : refuse('words-changed')
  }

  private async appended(work: Promise<boolean>): Promise<boolean> {
    try {
      return await work
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false
      throw error
    }
  }

  private async find(actor: Actor, session: SessionId): Promise<Found | Refusal> {
    const whole = isUuid(session) ? await this.sessions.find(actor, session) : null
    const facts = whole && (await this.access.factsOfCase(actor.clinic, whole.caseId))
    if (!facts) return refuse('not-found')
    const subject: CheckInOfClient = { kind: 'check-in', client: actor.person, shown: null, facts }
    const no = refusalOf(actor, 'check-in.read', subject)
    if (no) return no
    const [all, rows] = await Promise.all([
      this.sessions.heldOf(actor, facts.caseId),
      this.repository.ofCase(actor, facts.caseId),
    ])
    const held = all.find((one) => one.session === session)
    if (!held) return refuse('session-moved-on')
    const row = rows.find((one) => one.session === session && one.client === actor.person)
    const key = await this.plans.keyOf(actor, facts.caseId)
    if (!key) return refuse('not-found')
    return { facts, held, subject, mine: row ? opened(row, key) : null }
  }

  private async told(actor: Actor, { facts, held, mine, subject }: Found): Promise<OwnCheckIn> {
    const named = await this.access.peopleOfCase(actor.clinic, facts.caseId)
    const practitioners = liveParties(facts.parties).filter(({ relation }) => relation === 'practitioner')
    const staff = [...practitioners.map(({ person }) => person), ...facts.supervisors]
    const people = staff.flatMap((id): readonly PersonName[] => named.filter(({ person }) => person === id))
    const mayWrite = refusalOf(actor, 'check-in.write', subject) === null
    return { caseId: facts.caseId, session: held, mine, mayWrite, people }
  }
}

function opened(row: CheckInRow, key: LogKey): CheckIn {
  const { session, client, version, shownTo, at, content } = row
  return { session, client, version, shownTo, at: at ?? 0, answers: openAnswers(content, row, key) }
}
