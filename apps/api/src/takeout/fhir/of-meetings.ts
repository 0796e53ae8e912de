import { ASPECTS, type CheckIn } from '@accord/domain/alliance/check-in'
import { COMFORT_FIELDS } from '@accord/domain/case/comfort'
import type { SessionState } from '@accord/domain/session/session'
import type { ComfortProfile } from '@accord/domain/rest/comfort'
import type { BarriersOfClient } from '@accord/domain/rest/barriers'
import type { SafetyPlan } from '@accord/domain/rest/safety'
import type { TakenQuestionnaire, TakenSession } from '@accord/domain/rest/takeout'
import { SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import { message } from '../../messages/message.js'
import { labelOf } from '../tables-of-meetings.js'
import type { Frame } from './frame.js'
import { idOf, instant, loinc, optional, refTo, some, text, type Resource } from './resource.js'

const ENCOUNTER: Readonly<Record<SessionState, string>> = {
  scheduled: 'planned',
  live: 'in-progress',
  ended: 'finished',
  noted: 'finished',
  signed: 'finished',
  cancelled: 'cancelled',
}
/** LOINC of totals. Others have none that we know. */
const TOTALS: Readonly<Record<string, string>> = { 'phq-9': '44261-6', 'gad-7': '70274-6' }

/** Sessions, and what was said after them and in between. (TO8) */
export function meetingResources(frame: Frame): readonly Resource[] {
  const { sessions, checkIns, questionnaires, barriers, comfort, safetyPlans } = frame.taken
  return [
    ...sessions.map((one) => encounter(frame, one)),
    ...checkIns.map((one) => checkInResponse(frame, one)),
    ...questionnaires.flatMap((one) => questionnaireResources(frame, one)),
    ...barriers.flatMap((one) => barrierResources(frame, one)),
    ...comfort.flatMap((one) => comfortResources(frame, one)),
    ...safetyPlans.flatMap((one) => safetyResources(frame, one)),
  ]
}

function encounter({ subject, practice }: Frame, one: TakenSession): Resource {
  const { session, state, place, scheduledFor, minutes, steps } = one
  const began = steps.find((step) => step.state === 'live')?.at ?? scheduledFor
  const ended = steps.find((step) => step.state === 'ended')?.at ?? began + minutes * 60_000
  const code = place === 'room' ? 'AMB' : 'VR'
  return {
    ...{ resourceType: 'Encounter', id: session, status: ENCOUNTER[state], subject },
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code },
    period: { start: instant(began), end: instant(ended) },
    serviceProvider: practice,
  }
}

function checkInResponse(
  { subject, who }: Frame,
  { session, client, at, version, answers }: CheckIn,
): Resource {
  const ratings = ASPECTS.flatMap((aspect) => {
    const value = answers?.ratings[aspect] ?? null
    const asked = message(`takeout.column.${aspect}`)
    return value === null ? [] : [{ linkId: aspect, text: asked, answer: [{ valueInteger: value }] }]
  })
  const words = answers?.words ?? ''
  const open = words === '' ? [] : [{ linkId: 'words', answer: [{ valueString: words }] }]
  return {
    ...{ resourceType: 'QuestionnaireResponse', id: idOf('check-in', session, client) },
    ...{ status: version > 1 ? 'amended' : 'completed', subject: who(client), encounter: refTo(session) },
    ...{ authored: instant(at), author: subject, source: who(client) },
    ...some('item', [...ratings, ...open]),
  }
}

function questionnaireResources({ subject }: Frame, asked: TakenQuestionnaire): readonly Resource[] {
  const { request, instrument, title, questions, said } = asked
  if (!said) return []
  const { status, at, answers, score } = said
  const items = questions.flatMap((question) => {
    const value = answers[question.linkId] ?? null
    if (value === null) return []
    const answer =
      question.kind === 'scale'
        ? [{ valueInteger: value }]
        : [{ valueCoding: { code: String(value), display: labelOf(question, value) } }]
    return [{ linkId: question.linkId, ...optional('text', question.text), answer }]
  })
  const response: Resource = {
    ...{ resourceType: 'QuestionnaireResponse', id: request, status, subject, author: subject },
    ...{ authored: instant(at), ...some('item', items) },
  }
  if (score === null || score.total === null) return [response]
  const code = TOTALS[instrument]
  return [
    response,
    {
      ...{ resourceType: 'Observation', id: idOf('total', request), status: 'final', subject },
      code: code === undefined ? text(title) : loinc(code, title),
      ...{ effectiveDateTime: instant(at), derivedFrom: [refTo(request)] },
      valueQuantity: {
        value: score.total,
        unit: '{score}',
        system: 'http://unitsofmeasure.org',
        code: '{score}',
      },
    },
  ]
}

function barrierResources({ who }: Frame, { client, barriers }: BarriersOfClient): readonly Resource[] {
  return barriers.map(({ id, kind, words, entries }) => ({
    ...{ resourceType: 'Observation', id, status: 'final', subject: who(client) },
    code: text(`${message('takeout.table.barriers')}: ${kind}`),
    ...{ effectiveDateTime: instant(entries[0].at), performer: [who(entries[0].by)], valueString: words },
    ...some(
      'note',
      entries.flatMap(({ by, at, words: said }) =>
        said === null ? [] : [{ authorReference: who(by), time: instant(at), text: said }],
      ),
    ),
  }))
}

function comfortResources({ who }: Frame, { client, words, changed }: ComfortProfile): readonly Resource[] {
  return COMFORT_FIELDS.flatMap((field): readonly Resource[] => {
    const said = words[field]
    if (said === null) return []
    return [
      {
        ...{ resourceType: 'Observation', id: idOf('comfort', client, field), status: 'final' },
        ...{ code: text(message(`takeout.comfort.${field}`)), subject: who(client), valueString: said },
        ...optional('effectiveDateTime', changed && instant(changed.at)),
      },
    ]
  })
}

function safetyResources({ taken, who }: Frame, plan: SafetyPlan): readonly Resource[] {
  const { caseId, client, version, steps } = plan
  if (version === 0) return []
  const lines = SAFETY_STEPS.flatMap((step) =>
    steps[step].map(({ words, phone }) => ({
      detail: {
        ...{ status: 'in-progress', code: text(message(`takeout.safety.${step}`)) },
        description: phone === null ? words : `${words} (${phone})`,
      },
    })),
  )
  return [
    {
      ...{
        resourceType: 'CarePlan',
        id: idOf('safety', caseId, client),
        intent: 'plan',
        subject: who(client),
      },
      status: taken.closedAt === null ? 'active' : 'completed',
      title: message('takeout.table.safety-plan'),
      ...some('activity', lines),
    },
  ]
}
