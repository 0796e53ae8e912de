import type { Actor } from '@accord/domain/access/subject'
import type { ClinicId } from '@accord/domain/ids'
import { isUuid } from '@accord/domain/ids'
import type { FhirQuestionnaire } from '@accord/domain/measure/fhir-questionnaire'
import { readInstrument } from '@accord/domain/measure/import-instrument'
import { BUILT_IN, type Instrument } from '@accord/domain/measure/instrument'
import type { OwnScoring } from '@accord/domain/measure/scoring-schema'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { InstrumentBody, InstrumentCard, InstrumentsPage } from '@accord/domain/rest/instruments'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { InstrumentsRepository, type InstrumentRow } from './instruments.repository.js'

/** What a clinic can ask: what ships, and what it brought with a licence. (ME4, ME8, ME9) */
@Injectable()
export class InstrumentsService {
  constructor(
    private readonly repository: InstrumentsRepository,
    private readonly clock: Clock,
  ) {}

  async page(clinic: ClinicId): Promise<InstrumentsPage> {
    const today = this.today()
    const own = await this.repository.all(clinic)
    return { instruments: [...BUILT_IN.map(cardOfBuiltIn), ...own.map((row) => cardOf(row, today))] }
  }

  /** Every edition, those among it of which results are only read. */
  async all(clinic: ClinicId): Promise<readonly Instrument[]> {
    return [...BUILT_IN, ...(await this.repository.all(clinic)).map(instrumentOf)]
  }

  /** What may be asked now: in use, and its licence has not ended. */
  async offered(clinic: ClinicId): Promise<readonly Instrument[]> {
    const today = this.today()
    const own = await this.repository.all(clinic)
    const usable = own.filter((row) => row.isActive && !isExpired(row, today))
    return [...BUILT_IN, ...usable.map(instrumentOf)]
  }

  /** Reads it over again: what a browser said of it is worth nothing here. (ME8) */
  async bring(actor: Actor, body: InstrumentBody): Promise<InstrumentsPage | Refusal> {
    const { clinic, person: by } = actor
    const read = readInstrument(body.questionnaire, body.scoring)
    if ('problems' in read) return refuse('malformed')
    const own = await this.repository.all(clinic)
    if (body.of !== null && !own.some(({ instrument }) => instrument === body.of)) return refuse('not-found')
    const at = this.clock.now()
    const { questionnaire, scoring } = read
    const added = await this.repository.add({
      ...{ clinic, instrument: body.of ?? newUuid(at), edition: body.edition, title: questionnaire.title },
      ...{ questionnaire: JSON.stringify(questionnaire), scoring: JSON.stringify(scoring) },
      ...{ ...body.attestation, by, at },
    })
    return added ? this.page(clinic) : refuse('already-exists')
  }

  async move(actor: Actor, instrument: string, isActive: boolean): Promise<InstrumentsPage | Refusal> {
    const { clinic, person: by } = actor
    const own = isUuid(instrument) ? await this.repository.all(clinic) : []
    if (!own.some((row) => row.instrument === instrument)) return refuse('not-found')
    await this.repository.move({ clinic, instrument, isActive, by, at: this.clock.now() })
    return this.page(clinic)
  }

  private today(): string {
    return new Date(this.clock.now()).toISOString().slice(0, 10)
  }
}

/** A licence ends with its last day. */
function isExpired({ expiresOn }: Pick<InstrumentRow, 'expiresOn'>, today: string): boolean {
  return expiresOn !== null && expiresOn < today
}

function instrumentOf({ instrument: id, edition, questionnaire, scoring }: InstrumentRow): Instrument {
  return {
    ...{ id, edition, isBuiltIn: false },
    questionnaire: JSON.parse(questionnaire) as FhirQuestionnaire,
    scoring: JSON.parse(scoring) as OwnScoring,
  }
}

function cardOfBuiltIn({ id: instrument, edition, questionnaire, scoring }: Instrument): InstrumentCard {
  return {
    ...{ instrument, edition, title: questionnaire.title, questionnaire, scoring },
    ...{ isBuiltIn: true, isActive: true, isExpired: false, attestation: null },
  }
}

function cardOf(row: InstrumentRow, today: string): InstrumentCard {
  const { questionnaire, scoring } = instrumentOf(row)
  const { instrument, edition, title, isActive, holder, reference, words, expiresOn, by, at } = row
  return {
    ...{ instrument, edition, title, questionnaire, scoring, isActive },
    ...{ isBuiltIn: false, isExpired: isExpired(row, today) },
    attestation: { holder, reference, words, expiresOn, by, at },
  }
}
