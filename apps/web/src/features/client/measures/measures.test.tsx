import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import { createElement } from 'react'
import { BUILT_IN } from '@accord/domain/measure/instrument'
import { scoredAnswers } from '@accord/domain/measure/asked'
import { questionsOf } from '@accord/domain/measure/question'
import { scoreQuestionnaire } from '@accord/domain/measure/questionnaire'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { MeasuresPage, MeasureResult } from '@accord/domain/rest/measures'
import { changeThresholdOf, DEFAULT_MEASURE_THRESHOLDS } from '@accord/domain/measure/thresholds'
import { added, anAddendum } from '../../../testing/added.js'
import { aCase, AS_MARA, JONAH, PEOPLE } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { MeasureRoom } from './measure-room.js'
import { MeasuresStrip } from './measures-strip.js'

const [PHQ] = BUILT_IN
const AT = Date.UTC(2026, 8, 10, 18)
const DAY = 86_400_000

function result(index: number, values: readonly (number | null)[]): MeasureResult {
  if (!PHQ) throw new Error('it ships')
  const answers = Object.fromEntries(values.map((value, at) => [`${at + 1}`, value]))
  const at = AT + index * 21 * DAY
  const score = scoreQuestionnaire(PHQ.scoring, scoredAnswers(PHQ.scoring, answers))
  return { request: `r${index}`, startedAt: at - 240_000, at, isAmended: false, answers, score, alerts: [] }
}

function page(results: readonly MeasureResult[]): MeasuresPage {
  if (!PHQ) throw new Error('it ships')
  const { id: instrument, edition, questionnaire, scoring, isBuiltIn } = PHQ
  const { title, copyright } = questionnaire
  const change = changeThresholdOf(DEFAULT_MEASURE_THRESHOLDS, PHQ)
  const questions = questionsOf(questionnaire)
  const series = { instrument, edition, title, copyright, isBuiltIn, questions, scoring, change, results }
  return {
    ...{ caseId: 'case' as CaseId, mayAsk: true, readers: PEOPLE.filter(({ person }) => person !== JONAH) },
    clients: [{ client: JONAH, name: 'Jonah Okafor', series: results.length > 0 ? [series] : [], open: [] }],
    offered: [{ instrument, title, questions: questions.length }],
  }
}
const SEVENTEEN = [2, 2, 3, 2, 1, 3, 2, 2, 0]
const NINE = [1, 1, 1, 2, 0, 2, 1, 1, 0]

function openRoom(answer: MeasuresPage, addenda: readonly RecordAddendum[] = []) {
  const [of] = answer.clients
  const [series] = of?.series ?? []
  if (!of || !series) throw new Error('there is one')
  const room = createElement(MeasureRoom, { page: answer, of, series, children: null })
  renderPart(AS_MARA, room, { '/api/cases/case/addenda': added(...addenda) })
}

describe('a questionnaire’s results', () => {
  it('[ME2] [ME7] says total and band, and whether the change is more than chance would explain', async () => {
    openRoom(page([result(0, SEVENTEEN), result(1, [1, 2, 2, 2, 1, 2, 1, 1, 0]), result(2, NINE)]))
    expect(await screen.findByText('9', { selector: 'dt' })).toBeTruthy()
    expect(screen.getByText('mild', { selector: 'b' })).toBeTruthy()
    expect(screen.getByText('−8', { selector: 'dt' })).toBeTruthy()
    expect(screen.getByText('More than the 6', { selector: 'b' })).toBeTruthy()
    expect(screen.getByText('Too small to read', { selector: 'b' })).toBeTruthy()
  })

  it('[AL4] says the same in the chart and in the table', async () => {
    openRoom(page([result(0, SEVENTEEN), result(1, NINE)]))
    const chart = await screen.findByRole('img', { name: /^PHQ-9 of Jonah: 10 Sept?: 17; 1 Oct: 9/ })
    expect(chart).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Table' }))
    const table = within(screen.getByRole('table', { name: 'How it has gone' }))
    expect(table.getByRole('cell', { name: '17' })).toBeTruthy()
    expect(table.getByRole('cell', { name: 'Improved' })).toBeTruthy()
  })

  it('[ME1] what was left out is said so and never a zero, and without a total nothing is compared', async () => {
    openRoom(page([result(0, SEVENTEEN), result(1, [1, null, null, null, 0, 2, 1, 1, 0])]))
    expect(await screen.findByText(/3 questions were left out, so there is no total/)).toBeTruthy()
    const items = within(screen.getByRole('table', { name: 'Item by item' }))
    expect(items.getAllByText('left out').length).toBe(3)
    expect(screen.queryByText(/chance alone would explain/)).toBeNull()
  })

  it('[ME6] asks for another, and says who will read it', async () => {
    renderPart(AS_MARA, createElement(MeasuresStrip, { summary: aCase() }), {
      '/api/cases/case/measures': page([]),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Ask a questionnaire' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByRole('radio', { name: 'PHQ-9, 10 questions' })).toBeTruthy()
    expect(dialog.getByText(/is told that Mara and Ruth will read it/)).toBeTruthy()
  })

  it('[AD9] says beside a result what the client says of it, and that they say something of another', async () => {
    const ofLast = anAddendum({ kind: 'questionnaire', item: 'r1' })
    const ofFirst = anAddendum({ kind: 'questionnaire', item: 'r0', words: 'I was ill that week.' })
    openRoom(page([result(0, SEVENTEEN), result(1, NINE)]), [ofFirst, ofLast])
    const beside = { name: 'Jonah says that something here is not right' }
    expect(within(await screen.findByRole('group', beside)).getByText('It was one stop.')).toBeTruthy()
    expect(screen.queryByText('I was ill that week.')).toBeNull()
    const mark = 'Jonah says that something in another of these is not right: PHQ-9'
    fireEvent.click(screen.getByRole('button', { name: mark }))
    const dialog = within(await screen.findByRole('dialog', { name: 'PHQ-9' }))
    expect(dialog.getByText('I was ill that week.')).toBeTruthy()
    expect(dialog.queryByText('It was one stop.')).toBeNull()
  })
})
