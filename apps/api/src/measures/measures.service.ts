import { whoMay } from '@accord/domain/access/who-may'
import type { Actor } from '@accord/domain/access/subject'
import { liveParties, livePartyOf } from '@accord/domain/case/party'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { Instrument } from '@accord/domain/measure/instrument'
import { scoredAnswers } from '@accord/domain/measure/asked'
import { questionsOf } from '@accord/domain/measure/question'
import { scoreQuestionnaire } from '@accord/domain/measure/questionnaire'
import { changeThresholdOf, type MeasureThreshold } from '@accord/domain/measure/thresholds'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type {
  AskBody,
  AskedFor,
  MeasureResult,
  MeasureSeries,
  MeasuresOfClient,
  MeasuresPage,
  OpenQuestionnaire,
} from '@accord/domain/rest/measures'
import type { SafetyAlert } from '@accord/domain/safety/alert'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import type { LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { AlertService } from '../safety/alert.service.js'
import { openAnswer } from './answer-seal.js'
import { FormHouse } from './questionnaire.service.js'
import { RequestsRepository, type AnswerRow, type RequestRow } from './requests.repository.js'

/** All that was asked and sent in a case, and what it is read by. */
interface Read {
  readonly requests: readonly RequestRow[]
  readonly answers: readonly AnswerRow[]
  readonly instruments: readonly Instrument[]
  readonly thresholds: readonly MeasureThreshold[]
  readonly alerts: readonly SafetyAlert[]
  readonly key: LogKey
}

/** What clients sent, over time, as their practitioners and supervisors read it; and asking again. (ME6, ME7) */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: RequestsRepository,
    private readonly house: FormHouse,
    private readonly alerts: AlertService,
  ) {}

  async read(actor: Actor, caseId: CaseId): Promise<MeasuresPage | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'measures.read', facts)
    if (no || !facts) return no ?? refuse('not-found')
    const [all, people, offered] = await Promise.all([
      this.all(actor, caseId),
      this.access.peopleOfCase(actor.clinic, caseId),
      this.house.instruments.offered(actor.clinic),
    ])
    if (!all) return refuse('not-found')
    const nameOf = (id: PersonId) => people.find(({ person }) => person === id)?.name ?? ''
    const clients = liveParties(facts.parties).filter(({ relation }) => relation === 'client')
    const readers = whoMay('measures.read', { kind: 'case', facts })
    return {
      caseId,
      clients: clients.map(({ person }) => ofClient(all, person, nameOf(person))),
      offered: offered.map(({ id, questionnaire }) => {
        return { instrument: id, title: questionnaire.title, questions: questionsOf(questionnaire).length }
      }),
      readers: people.filter(({ person }) => readers.includes(person)),
      mayAsk: this.access.refusal(actor, 'measures.ask', facts) === null,
    }
  }

  /** Asks a client to fill one in; what waits already is not asked twice. */
  async ask(
    actor: Actor,
    caseId: CaseId,
    { client, instrument: wanted }: AskBody,
  ): Promise<AskedFor | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, 'measures.ask', facts)
    if (no || !facts) return no ?? refuse('not-found')
    if (livePartyOf(facts.parties, client)?.relation !== 'client') return refuse('not-found')
    const offered = await this.house.instruments.offered(actor.clinic)
    const instrument = offered.find(({ id }) => id === wanted)
    const all = instrument && (await this.all(actor, caseId))
    if (!all) return refuse('not-found')
    const waits = openOf(all, client).some((one) => one.instrument === wanted && one.standing === 'asked')
    if (waits) return refuse('already-exists')
    const at = this.house.thresholds.now()
    const request = newUuid(at)
    const { id, edition } = instrument
    await this.repository.ask(actor, { request, caseId, client, instrument: id, edition, at })
    return { request }
  }

  private async all(actor: Actor, caseId: CaseId): Promise<Read | null> {
    const requests = await this.repository.ofCase(actor, caseId)
    const [answers, instruments, thresholds, alerts, key] = await Promise.all([
      this.repository.answers(
        actor,
        requests.map(({ request }) => request),
      ),
      this.house.instruments.all(actor.clinic),
      this.house.thresholds.rows(actor.clinic),
      this.alerts.ofCase(actor, caseId),
      this.house.keys.of(actor.clinic, caseId),
    ])
    return key && { requests, answers, instruments, thresholds, alerts, key }
  }
}

function ofClient(all: Read, client: PersonId, name: string): MeasuresOfClient {
  const series = all.instruments.flatMap((instrument): readonly MeasureSeries[] => {
    const results = all.requests
      .filter((row) => row.client === client && isOf(row, instrument))
      .flatMap(({ request }) => resultOf(all, request, instrument))
      .sort((a, b) => a.at - b.at)
    if (results.length === 0) return []
    const { id, edition, questionnaire, scoring, isBuiltIn } = instrument
    const { title, copyright } = questionnaire
    const change = changeThresholdOf(all.thresholds, instrument)
    const questions = questionsOf(questionnaire)
    return [{ instrument: id, edition, title, copyright, isBuiltIn, questions, scoring, change, results }]
  })
  return { client, name, series, open: openOf(all, client) }
}

/** Its latest version once it was sent; one that was amended since keeps its first time. */
function resultOf(all: Read, request: string, { scoring }: Instrument): readonly MeasureResult[] {
  const sent = all.answers.filter((one) => one.request === request && one.status !== 'stopped')
  const [first, latest] = [sent[0], sent.at(-1)]
  if (!first || !latest?.content) return []
  const { answers, startedAt } = openAnswer(latest.content, request, latest.version, all.key)
  const score = scoreQuestionnaire(scoring, scoredAnswers(scoring, answers))
  const alerts = all.alerts.filter((alert) => alert.request === request)
  return [{ request, startedAt, at: first.at, isAmended: latest !== first, answers, score, alerts }]
}

function openOf(all: Read, client: PersonId): readonly OpenQuestionnaire[] {
  return all.requests
    .filter((row) => row.client === client)
    .flatMap((row): readonly OpenQuestionnaire[] => {
      const { request, instrument, askedByName: askedBy, askedAt } = row
      const said = all.answers.filter((one) => one.request === request)
      if (said.some(({ status }) => status === 'completed')) return []
      const title = all.instruments.find((one) => isOf(row, one))?.questionnaire.title ?? ''
      const standing = said.length === 0 ? 'asked' : 'stopped'
      return [{ request, instrument, title, askedBy, askedAt, standing }]
    })
}

function isOf(row: RequestRow, { id, edition }: Instrument): boolean {
  return row.instrument === id && row.edition === edition
}
