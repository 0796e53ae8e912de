import type { Actor } from '@accord/domain/access/subject'
import type { ClinicId } from '@accord/domain/ids'
import type { OwnScoring } from '@accord/domain/measure/scoring-schema'
import {
  isSameRow,
  thresholdsOf,
  type MeasureThreshold,
  type ThresholdEdition,
} from '@accord/domain/measure/thresholds'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ThresholdBody, ThresholdsPage } from '@accord/domain/rest/measures'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { ThresholdsRepository } from './thresholds.repository.js'

/** Every number that decides something about a measure, as it stands and as it stood. (ME3) */
@Injectable()
export class ThresholdsService {
  constructor(
    private readonly repository: ThresholdsRepository,
    private readonly clock: Clock,
  ) {}

  now(): number {
    return this.clock.now()
  }

  /** What counts now: the clinic's latest editions, and the defaults that it left as they are. */
  async rows(clinic: ClinicId): Promise<readonly MeasureThreshold[]> {
    return (await this.read(clinic)).rows
  }

  async read(clinic: ClinicId): Promise<ThresholdsPage> {
    const [editions, brought] = await Promise.all([
      this.repository.editions(clinic),
      this.repository.brought(clinic),
    ])
    const own = latestOf(editions)
    const theirs = brought
      .flatMap((one): readonly MeasureThreshold[] => changeOf(one))
      .filter((row) => !own.some((set) => isSameRow(set, row)))
    return { rows: [...thresholdsOf(own.map(rowOf)), ...theirs], editions }
  }

  /** A new edition over the one that its writer had before them; a row that there is not cannot be made up. */
  async write(actor: Actor, body: ThresholdBody): Promise<ThresholdsPage | Refusal> {
    const { clinic, person: by } = actor
    const { over, reason, value, citation, ...key } = body
    const { rows, editions } = await this.read(clinic)
    const row = rows.find((one) => isSameRow(one, { ...one, ...key }))
    if (!row) return refuse('not-found')
    const present = editions.find((one) => isSameRow(one, row))?.edition ?? 0
    if (present !== over) return refuse('words-changed')
    const at = new Date(this.clock.now())
    const added = { ...row, value, citation, clinic, edition: over + 1, reason, by, at }
    return (await this.repository.add(added)) ? this.read(clinic) : refuse('words-changed')
  }
}

/** Of each row the highest edition. */
function latestOf(editions: readonly ThresholdEdition[]): readonly ThresholdEdition[] {
  return editions.filter(
    (one) => !editions.some((other) => isSameRow(one, other) && other.edition > one.edition),
  )
}

function rowOf({
  instrument,
  version,
  population,
  use,
  value,
  direction,
  citation,
}: ThresholdEdition): MeasureThreshold {
  return { instrument, version, population, use, value, direction, citation }
}

function changeOf({
  instrument,
  version,
  scoring,
}: {
  instrument: string
  version: string
  scoring: string
}) {
  const { reliableChange, direction } = JSON.parse(scoring) as OwnScoring
  if (!reliableChange) return []
  const { minimum: value, population, citation } = reliableChange
  return [{ instrument, version, population, use: 'reliable-change' as const, value, direction, citation }]
}
