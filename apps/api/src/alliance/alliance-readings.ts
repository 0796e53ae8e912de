import type { Actor } from '@accord/domain/access/subject'
import { checkInMean, NO_RATINGS } from '@accord/domain/alliance/check-in'
import { heldSessions, type HeldSession } from '@accord/domain/alliance/held-sessions'
import type { RepairStep } from '@accord/domain/alliance/repair'
import { openCues, type AllianceCue, type AllianceSession } from '@accord/domain/alliance/series'
import { liveParties } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { PersonId } from '@accord/domain/ids'
import { allianceThresholds, type AllianceThresholds } from '@accord/domain/measure/thresholds'
import { Injectable } from '@nestjs/common'
import type { LogKey } from '../history/key-store.js'
import { SessionService } from '../session/session.service.js'
import { ThresholdsService } from '../thresholds/thresholds.service.js'
import { openAnswers, openRepair } from './check-in-seal.js'
import { CasePlan } from './case-plan.js'
import { CheckInRepository, type CheckInRow } from './check-in.repository.js'
import { RepairRepository } from './repair.repository.js'

/** What one client's check-ins say to one reader. */
export interface AllianceReading {
  readonly client: PersonId
  readonly sessions: readonly AllianceSession[]
  readonly repairs: readonly RepairStep[]
  readonly cues: readonly AllianceCue[]
}

export interface AllianceOfCase {
  readonly readings: readonly AllianceReading[]
  readonly thresholds: AllianceThresholds
}

const NOTHING = { mean: null, ratings: NO_RATINGS, words: null }

/** Reads the check-ins of a case with somebody's own eyes: PostgreSQL shows what is for them. (CI3) */
@Injectable()
export class AllianceReadings {
  constructor(
    private readonly thresholds: ThresholdsService,
    private readonly sessions: SessionService,
    private readonly checkIns: CheckInRepository,
    private readonly repairs: RepairRepository,
    private readonly plans: CasePlan,
  ) {}

  async of(actor: Actor, facts: CaseFacts): Promise<AllianceOfCase> {
    const { caseId } = facts
    const [all, rows, steps, numbers, key] = await Promise.all([
      this.sessions.ofCase(actor, caseId),
      this.checkIns.ofCase(actor, caseId),
      this.repairs.ofCase(actor, caseId),
      this.thresholds.rows(actor.clinic),
      this.plans.keyOf(actor, caseId),
    ])
    const thresholds = allianceThresholds(numbers)
    const held = heldSessions(all)
    const now = this.thresholds.now()
    const clients = liveParties(facts.parties).filter(({ relation }) => relation === 'client')
    if (key === null) return { readings: [], thresholds }
    const readings = clients.map(({ person: client, since }): AllianceReading => {
      const theirs = rows.filter((row) => row.client === client)
      // Whoever joined later is not asked about sessions before their time.
      const sessions = held
        .filter(({ endedAt }) => endedAt >= since)
        .map((one) => sessionOf(one, theirs, key))
      const repairs = steps
        .filter((step) => step.client === client)
        .map((step) => ({ ...step, words: openRepair(step.words, step.id, key) }))
      const talked = repairs.filter(({ step }) => step !== 'noticed').map(({ session }) => session)
      const cues = openCues(sessions, thresholds, { talkedAbout: new Set(talked), now })
      return { client, sessions, repairs, cues }
    })
    return { readings, thresholds }
  }
}

function sessionOf(held: HeldSession, rows: readonly CheckInRow[], key: LogKey): AllianceSession {
  const row = rows.find(({ session }) => session === held.session)
  if (!row) return { ...held, ...NOTHING, standing: 'none' }
  if (row.at === null) return { ...held, ...NOTHING, standing: 'kept' }
  const answers = openAnswers(row.content, row, key)
  if (!answers) return { ...held, ...NOTHING, standing: 'not-today' }
  return { ...held, standing: 'answered', mean: checkInMean(answers.ratings), ...answers }
}
