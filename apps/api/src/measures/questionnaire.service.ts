import { refusalOf } from '@accord/domain/access/may'
import { whoMay } from '@accord/domain/access/who-may'
import type { Actor } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import { isUuid } from '@accord/domain/ids'
import {
  areOffered,
  leftOutUrgent,
  newlyUrgent,
  type AnswerStatus,
  type GivenAnswers,
} from '@accord/domain/measure/asked'
import type { Instrument } from '@accord/domain/measure/instrument'
import { questionsOf } from '@accord/domain/measure/question'
import { escalationAfter } from '@accord/domain/measure/thresholds'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type {
  AnswersBody,
  AskedQuestionnaire,
  AskedQuestionnaires,
  OwnQuestionnaire,
} from '@accord/domain/rest/measures'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { sqlStateOf } from '../database/failures.js'
import { CaseKeys } from '../history/case-keys.js'
import type { LogKey } from '../history/key-store.js'
import { AlertRaising, type RaisedAlert } from '../safety/alert-raising.js'
import { ThresholdsService } from '../thresholds/thresholds.service.js'
import { openAnswer, sealAnswer, type AnswerContent } from './answer-seal.js'
import { InstrumentsService } from './instruments.service.js'
import { RequestsRepository, type AnswerRow, type RequestRow } from './requests.repository.js'

const UNIQUE_VIOLATION = '23505'

/** One version of an answer, opened. */
interface Version extends AnswerContent {
  readonly version: number
  readonly status: AnswerStatus
}

/** A form, with all that its client has said in it. */
interface Found {
  readonly row: RequestRow
  readonly facts: CaseFacts
  readonly instrument: Instrument
  readonly key: LogKey
  readonly versions: readonly Version[]
}

/** What forms are made of and decided by. */
@Injectable()
export class FormHouse {
  constructor(
    readonly instruments: InstrumentsService,
    readonly thresholds: ThresholdsService,
    readonly keys: CaseKeys,
    readonly alerts: AlertRaising,
  ) {}
}

/** A client fills in what they were asked: saved as they go, and what has to be seen is seen at once. (ME5, ME6, SA1) */
@Injectable()
export class QuestionnaireService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: RequestsRepository,
    private readonly house: FormHouse,
  ) {}

  /** What waits: neither sent nor left for another day. */
  async waiting(actor: Actor): Promise<AskedQuestionnaires> {
    const rows = await this.repository.ofClient(actor)
    const answers = await this.repository.answers(
      actor,
      rows.map(({ request }) => request),
    )
    const open = rows.filter(({ request }) => {
      const latest = answers.findLast((one) => one.request === request)
      return latest === undefined || latest.status === 'in-progress'
    })
    const asked = await Promise.all(open.map(({ request }) => this.find(actor, request)))
    return {
      asked: asked.flatMap((one) => (isRefusal(one) || one.facts.closedAt !== null ? [] : [askedOf(one)])),
    }
  }

  async read(actor: Actor, request: string): Promise<OwnQuestionnaire | Refusal> {
    const found = await this.find(actor, request)
    return isRefusal(found) ? found : this.told(actor, found)
  }

  async write(actor: Actor, request: string, body: AnswersBody): Promise<OwnQuestionnaire | Refusal> {
    const found = await this.find(actor, request)
    if (isRefusal(found)) return found
    const no = refusalOf(actor, 'questionnaire.write', { kind: 'case', facts: found.facts })
    if (no) return no
    const { instrument, versions, key, row } = found
    const answers = Object.fromEntries(body.answers.map(({ linkId, value }) => [linkId, value]))
    if (!areOffered(questionsOf(instrument.questionnaire), answers)) return refuse('malformed')
    if ((versions.at(-1)?.version ?? 0) !== body.after) return refuse('words-changed')
    const status = statusOf(body.status, versions)
    if (!status) return refuse('already-exists')
    const at = this.house.thresholds.now()
    const version = body.after + 1
    const said: Version = { version, status, answers, startedAt: versions[0]?.startedAt ?? at }
    const content = sealAnswer({ answers, startedAt: said.startedAt }, request, version, key)
    const stored = { request, version, clinic: actor.clinic, at, status, keyVersion: key.version, content }
    const raised = await this.raised(found, said, at)
    const won = await this.appended(
      this.repository.append(actor, stored, (manager) => this.house.alerts.insert(manager, row, raised, key)),
    )
    return won ? this.told(actor, { ...found, versions: [...versions, said] }) : refuse('words-changed')
  }

  /** What has to be seen because of this version: an answer at once, one that was left out when it is sent. (SA1, SA2) */
  private async raised(
    { instrument, versions, facts }: Found,
    { answers, status }: Version,
    at: number,
  ): Promise<readonly RaisedAlert[]> {
    const { scoring, questionnaire } = instrument
    const questions = questionsOf(questionnaire)
    const before = versions.map((one) => one.answers)
    const urgent = newlyUrgent(scoring, answers, before)
    const leftOut = status === 'completed' ? leftOutUrgent(scoring, answers) : []
    if (urgent.length === 0 && leftOut.length === 0) return []
    const after = escalationAfter(await this.house.thresholds.rows(facts.clinic))
    const shared = { clinic: facts.clinic, instrument: instrument.id, title: questionnaire.title, at }
    return [
      ...urgent.map(({ item, value }): RaisedAlert => {
        const question = questions.find(({ linkId }) => linkId === item)
        const option =
          question?.kind === 'choice' ? question.options.find((one) => one.value === value)?.label : undefined
        return { ...shared, kind: 'answered', dueAt: at + after, item, answer: option ?? String(value) }
      }),
      ...leftOut.map((item): RaisedAlert => {
        return { ...shared, kind: 'left-out', dueAt: null, item, answer: null }
      }),
    ]
  }

  /** False when another version came first: PostgreSQL keeps one. */
  private async appended(work: Promise<void>): Promise<boolean> {
    try {
      await work
      return true
    } catch (error) {
      if (sqlStateOf(error) === UNIQUE_VIOLATION) return false
      throw error
    }
  }

  /** To everybody but its client there is no such form. (ME6) */
  private async find(actor: Actor, request: string): Promise<Found | Refusal> {
    const row = isUuid(request) ? await this.repository.find(actor, request) : null
    const facts = row && (await this.access.factsOfCase(actor.clinic, row.caseId))
    if (!row || !facts) return refuse('not-found')
    const no = refusalOf(actor, 'questionnaire.read', { kind: 'case', facts })
    if (no) return no
    const [instruments, key, answers] = await Promise.all([
      this.house.instruments.all(actor.clinic),
      this.house.keys.of(actor.clinic, row.caseId),
      this.repository.answers(actor, [request]),
    ])
    const instrument = instruments.find(({ id, edition }) => id === row.instrument && edition === row.edition)
    if (!instrument || !key || row.client !== actor.person) return refuse('not-found')
    return { row, facts, instrument, key, versions: answers.flatMap((one) => versionOf(one, key)) }
  }

  private async told(actor: Actor, { row, facts, instrument, versions }: Found): Promise<OwnQuestionnaire> {
    const subject = { kind: 'case', facts } as const
    const people = await this.access.peopleOfCase(facts.clinic, facts.caseId)
    const readers = whoMay('measures.read', subject)
    const latest = versions.at(-1)
    const { questionnaire, scoring } = instrument
    return {
      ...{ request: row.request, caseId: row.caseId, title: questionnaire.title },
      ...{ copyright: questionnaire.copyright, questions: questionsOf(questionnaire) },
      ...{ alerts: scoring.alerts ?? [], askedBy: row.askedByName, askedAt: row.askedAt },
      ...{ version: latest?.version ?? 0, status: latest?.status ?? null, answers: latest?.answers ?? {} },
      mayWrite: refusalOf(actor, 'questionnaire.write', subject) === null,
      readers: people.filter(({ person }) => readers.includes(person)),
    }
  }
}

function versionOf({ request, version, status, content }: AnswerRow, key: LogKey): readonly Version[] {
  return content === null ? [] : [{ version, status, ...openAnswer(content, request, version, key) }]
}

function askedOf({ row, instrument, versions }: Found): AskedQuestionnaire {
  const given: GivenAnswers = versions.at(-1)?.answers ?? {}
  return {
    ...{ request: row.request, title: instrument.questionnaire.title },
    questions: questionsOf(instrument.questionnaire).length,
    answered: Object.values(given).filter((value) => value !== null).length,
    ...{ askedBy: row.askedByName, askedAt: row.askedAt },
  }
}

/** Sent once, it is only amended, as a whole; null for what can't follow. [FHIR QuestionnaireResponse.status] */
function statusOf(wanted: AnswersBody['status'], versions: readonly Version[]): AnswerStatus | null {
  const isSent = versions.some(({ status }) => status === 'completed')
  if (!isSent) return wanted
  return wanted === 'completed' ? 'amended' : null
}
