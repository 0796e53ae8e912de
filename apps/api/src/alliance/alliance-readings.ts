import type { Actor } from '@accord/domain/access/subject'
import { checkInMean, NO_RATINGS } from '@accord/domain/alliance/check-in'
import type { HeldSession } from '@accord/domain/alliance/held-sessions'
import type { RepairStep } from '@accord/domain/alliance/repair'
import { openCues, type AllianceCue, type AllianceSession } from '@accord/domain/alliance/series'
import { liveParties } from '@accord/domain/case/party'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { PersonId } from '@accord/domain/ids'
import { allianceThresholds, type AllianceThresholds } from '@accord/domain/measure/thresholds'
import { Injectable } from '@nestjs/common'
import { ThresholdsService } from '../thresholds/thresholds.service.js'
import { CasePlan } from './case-plan.js'
import { CaseSeries, type OpenedCheckIn } from './case-series.js'

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
    private readonly series: CaseSeries,
    private readonly plans: CasePlan,
  ) {}

  async of(actor: Actor, facts: CaseFacts): Promise<AllianceOfCase> {
    const { caseId } = facts
    const [numbers, key] = await Promise.all([
      this.thresholds.rows(actor.clinic),
      this.plans.keyOf(actor, caseId),
    ])
    const thresholds = allianceThresholds(numbers)
    if (key === null) return { readings: [], thresholds }
    const { held, checkIns, repairs: steps } = await this.series.of(actor, caseId, key)
    const now = this.thresholds.now()
    const clients = liveParties(facts.parties).filter(({ relation }) => relation === 'client')
    const readings = clients.map(({ person: client, since }): AllianceReading => {
      const theirs = new Map(checkIns.filter((row) => row.client === client).map((row) => [row.session, row]))
      // Whoever joined later is not asked about sessions before their time.
      const sessions = held
        .filter(({ endedAt }) => endedAt >= since)
        .map((one) => sessionOf(one, theirs.get(one.session)))
      const repairs = steps.filter((step) => step.client === client)
      const talked = repairs.filter(({ step }) => step !== 'noticed').map(({ session }) => session)
      const cues = openCues(sessions, thresholds, { talkedAbout: new Set(talked), now })
      return { client, sessions, repairs, cues }
    })
    return { readings, thresholds }
  }
}

function sessionOf(held: HeldSession, said: OpenedCheckIn | undefined): AllianceSession {
  if (!said) return { ...held, ...NOTHING, standing: 'none' }
  if (said.at === null) return { ...held, ...NOTHING, standing: 'kept' }
  const { answers } = said
  if (!answers) return { ...held, ...NOTHING, standing: 'not-today' }
  return { ...held, standing: 'answered', mean: checkInMean(answers.ratings), ...answers }
}
