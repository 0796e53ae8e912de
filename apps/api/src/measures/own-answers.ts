import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import type { CaseId } from '@accord/domain/ids'
import { scoredAnswers } from '@accord/domain/measure/asked'
import type { Instrument } from '@accord/domain/measure/instrument'
import { questionsOf } from '@accord/domain/measure/question'
import { scoreQuestionnaire } from '@accord/domain/measure/questionnaire'
import type { TakenQuestionnaire } from '@accord/domain/rest/takeout'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import type { LogKey } from '../history/key-store.js'
import { openAnswer } from './answer-seal.js'
import { FormHouse } from './questionnaire.service.js'
import { RequestsRepository, type AnswerRow, type RequestRow } from './requests.repository.js'

/** All that a client was asked in a case and said last, with what it comes to: theirs to take away. (TO2) */
@Injectable()
export class OwnAnswers {
  constructor(
    private readonly access: AccessService,
    private readonly repository: RequestsRepository,
    private readonly house: FormHouse,
  ) {}

  /** The earliest first; none where the asker is no client of the case. */
  async ofCase(actor: Actor, caseId: CaseId): Promise<readonly TakenQuestionnaire[]> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    if (!facts || refusalOf(actor, 'questionnaire.read', { kind: 'case', facts })) return []
    const rows = await this.repository.ofCase(actor, caseId)
    const own = rows.filter(({ client }) => client === actor.person)
    const [answers, instruments, key] = await Promise.all([
      this.repository.answers(
        actor,
        own.map(({ request }) => request),
      ),
      this.house.instruments.all(actor.clinic),
      this.house.keys.of(actor.clinic, caseId),
    ])
    return own.flatMap((row) => {
      const instrument = instruments.find(
        ({ id, edition }) => id === row.instrument && edition === row.edition,
      )
      const latest = answers.findLast(({ request }) => request === row.request) ?? null
      return instrument && key ? [taken(row, instrument, latest, key)] : []
    })
  }
}

function taken(
  row: RequestRow,
  instrument: Instrument,
  latest: AnswerRow | null,
  key: LogKey,
): TakenQuestionnaire {
  const { request, caseId, askedByName: askedBy, askedAt, edition } = row
  const { title, copyright } = instrument.questionnaire
  return {
    ...{ request, caseId, instrument: instrument.id, edition, title, copyright, askedBy, askedAt },
    questions: questionsOf(instrument.questionnaire),
    said: latest && saidIn(latest, instrument, key),
  }
}

function saidIn(
  { request, version, status, at, content }: AnswerRow,
  { scoring }: Instrument,
  key: LogKey,
): TakenQuestionnaire['said'] {
  if (content === null) return null
  const { answers } = openAnswer(content, request, version, key)
  const isSent = status === 'completed' || status === 'amended'
  const score = isSent ? scoreQuestionnaire(scoring, scoredAnswers(scoring, answers)) : null
  return { status, at, answers, score }
}
