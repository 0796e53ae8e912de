import { stationOf } from '@accord/domain/barrier/barrier'
import { COMFORT_FIELDS } from '@accord/domain/case/comfort'
import { ASPECTS } from '@accord/domain/alliance/check-in'
import type { Question } from '@accord/domain/measure/question'
import type { TakenCase, TakenQuestionnaire } from '@accord/domain/rest/takeout'
import { SAFETY_STEPS } from '@accord/domain/safety/safety-plan'
import { message } from '../messages/message.js'
import { NOTHING, number, time, type Cell, type Names, type TakenTable } from './table.js'

/** Sessions, what was said of them, and what a client was asked. */
export function tablesOfMeetings(taken: TakenCase, name: Names): readonly TakenTable[] {
  const { sessions, checkIns, questionnaires } = taken
  const numbers = new Map(sessions.map((one) => [one.session, one.number]))
  return [
    {
      name: 'sessions',
      columns: ['session', 'at', 'minutes', 'place', 'status', 'agenda', 'closing'],
      rows: sessions.map((one) => [
        ...[String(one.number), time(one.scheduledFor), String(one.minutes), one.place, one.state],
        one.agenda.map(({ words, by }) => `${name(by)}: ${words}`).join('\n'),
        one.closing?.words ?? NOTHING,
      ]),
    },
    {
      name: 'check-ins',
      columns: ['session', 'at', 'goals', 'tasks', 'bond', 'heard', 'words'],
      rows: checkIns.map(({ session, at, answers }) => [
        ...[number(numbers.get(session) ?? null), time(at)],
        ...ASPECTS.map((aspect) => number(answers?.ratings[aspect] ?? null)),
        answers?.words ?? NOTHING,
      ]),
    },
    {
      name: 'questionnaires',
      columns: ['title', 'at', 'score', 'band', 'status', 'by', 'askedAt'],
      rows: questionnaires.map(({ title, askedBy, askedAt, said }) => [
        ...[title, time(said?.at ?? null), number(said?.score?.total ?? null)],
        ...[said?.score?.band ?? NOTHING, said?.status ?? NOTHING, askedBy, time(askedAt)],
      ]),
    },
    {
      name: 'answers',
      columns: ['title', 'at', 'question', 'answer', 'value'],
      rows: questionnaires.flatMap(answerRows),
    },
  ]
}

/** What is written of and for one client beside the plan. */
export function tablesOfCare(taken: TakenCase, name: Names): readonly TakenTable[] {
  return [
    {
      name: 'barriers',
      columns: ['barrier', 'kind', 'status', 'by', 'at', 'words'],
      rows: taken.barriers.flatMap(({ barriers }) =>
        barriers.flatMap((one) =>
          one.entries.map((entry): readonly Cell[] => [
            ...[one.words, one.kind, entry.kind === 'moved' ? entry.station : stationOf(one)],
            ...[name(entry.by), time(entry.at), entry.words ?? NOTHING],
          ]),
        ),
      ),
    },
    {
      name: 'comfort',
      columns: ['about', 'words', 'person', 'at'],
      rows: taken.comfort.flatMap(({ words, name: of, changed }) =>
        COMFORT_FIELDS.flatMap((field): readonly (readonly Cell[])[] => {
          const said = words[field]
          if (said === null) return []
          return [[message(`takeout.comfort.${field}`), said, of, time(changed?.at ?? null)]]
        }),
      ),
    },
    {
      name: 'safety-plan',
      columns: ['about', 'words', 'phone', 'person', 'at'],
      rows: taken.safetyPlans.flatMap(({ steps, name: of, changed }) =>
        SAFETY_STEPS.flatMap((step) =>
          steps[step].map(({ words, phone }): readonly Cell[] => [
            ...[message(`takeout.safety.${step}`), words, phone ?? NOTHING, of, time(changed?.at ?? null)],
          ]),
        ),
      ),
    },
  ]
}

function answerRows({ title, questions, said }: TakenQuestionnaire): readonly (readonly Cell[])[] {
  if (!said) return []
  return questions.map((question) => {
    const value = said.answers[question.linkId] ?? null
    const asked = question.lead === null ? question.text : `${question.lead} ${question.text}`
    return [title, time(said.at), asked, labelOf(question, value), number(value)]
  })
}

export function labelOf(question: Question, value: number | null): string {
  if (value === null) return NOTHING
  if (question.kind === 'scale') return String(value)
  return question.options.find((option) => option.value === value)?.label ?? String(value)
}
