import { beforeEach, describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { BUILT_IN } from '@accord/domain/measure/instrument'
import { questionsOf } from '@accord/domain/measure/question'
import type { AnswersBody, OwnQuestionnaire } from '@accord/domain/rest/measures'
import { CASE, PEOPLE, SELF } from '../../testing/alder-house.js'
import { aServer, ok, type Answer } from '../../testing/a-server.js'
import { aRecordWith } from '../../testing/an-item.js'
import { openPortal } from '../../testing/open-portal.js'

const [PHQ] = BUILT_IN
const FORM: OwnQuestionnaire = {
  ...{ request: 'r', caseId: CASE, title: 'PHQ-9', copyright: 'The notice', askedBy: 'Mara Lindqvist' },
  ...{ questions: PHQ ? questionsOf(PHQ.questionnaire) : [], alerts: [{ item: '9', from: 1 }] },
  ...{ askedAt: 0, version: 0, status: null, answers: {}, mayWrite: true },
  readers: PEOPLE.filter(({ relation }) => relation === 'practitioner'),
}
const NUMBER = { name: 'Night line', number: '116 123', note: '', source: 'Somebody' }

let version = 0
/** A server that takes every version upon the last one, while it is there. */
function open(form: OwnQuestionnaire = FORM, isThere: () => boolean = () => true, isOpen = true) {
  version = form.version
  const save = (): Answer => {
    if (!isOpen) return { status: 409, body: { code: 'case-closed', message: '' } }
    version += 1
    return ok({ ...form, version })
  }
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [] }),
    [`GET /api/cases/${CASE}/addenda`]: ok(aRecordWith(CASE, { kind: 'questionnaire', item: 'r', entry: 0 })),
    'GET /api/questionnaires/r': () => ok({ ...form, version }),
    'GET /api/questionnaires': ok({ asked: [] }),
    'GET /api/attention': ok({ at: 0, cases: [] }),
    'GET /api/check-ins': ok({ asked: [] }),
    'GET /api/sessions': ok({ at: 0, sessions: [] }),
    'GET /api/urgent-numbers': ok({ country: 'GB', version: 1, numbers: [NUMBER], changed: null }),
    'POST /api/questionnaires/r/answers': save,
  })
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const isAway = init?.method === 'POST' && !isThere()
    return isAway ? Promise.reject(new TypeError('unreachable')) : fetch(input, init)
  }
  const portal = openPortal('/questionnaires/r')
  const bodies = () => server.sent.map(({ body }) => body as AnswersBody)
  return { ...portal, bodies }
}
const next = (name = 'Next') => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))

beforeEach(() => localStorage.clear())

describe('a questionnaire on the phone', () => {
  it('[ME4] [ME6] asks in the instrument’s own words, and says first who reads it and the one exception', async () => {
    open()
    expect(
      await screen.findByRole('heading', { name: 'Little interest or pleasure in doing things' }),
    ).toBeTruthy()
    expect(screen.getByText(/Over the last 2 weeks/)).toBeTruthy()
    expect(screen.getByText(/Mara will read it once you send it.*told at once/)).toBeTruthy()
    expect(screen.getAllByRole('radio').map((one) => one.closest('label')?.textContent)).toEqual([
      'Not at all',
      'Several days',
      'More than half the days',
      'Nearly every day',
    ])
  })

  it('[ME5] saves each answer as it is given, lets one skip, and sends all of it at the end', async () => {
    const { bodies } = open({ ...FORM, questions: FORM.questions.slice(0, 2), alerts: [] })
    await screen.findByRole('radiogroup')
    choose('Several days')
    await waitFor(() => expect(bodies()).toHaveLength(1))
    expect(bodies()[0]).toEqual({ after: 0, status: 'in-progress', answers: [{ linkId: '1', value: 1 }] })
    next()
    next('Skip this one')
    const said = await screen.findByRole('list')
    expect(within(said).getByText('Several days')).toBeTruthy()
    expect(within(said).getByText('Left out')).toBeTruthy()
    expect(screen.getByText('The notice')).toBeTruthy()
    next('Send')
    expect(await screen.findByRole('heading', { name: 'Thank you' })).toBeTruthy()
    expect(bodies().at(-1)).toMatchObject({ after: 1, status: 'completed' })
  })

  it('[ME5] goes on where it was left', async () => {
    open({ ...FORM, version: 2, status: 'in-progress', answers: { '1': 0, '2': null } })
    expect(await screen.findByText('Question 3 of 10')).toBeTruthy()
  })

  it('[SA5] shows whom to ring at once, before and without the server, and says when the answer is not there yet', async () => {
    let isThere = false
    const answers = Object.fromEntries(FORM.questions.slice(0, 8).map(({ linkId }) => [linkId, 0]))
    const { bodies } = open({ ...FORM, version: 8, status: 'in-progress', answers }, () => isThere)
    await screen.findByText('Question 9 of 10')
    choose('Several days')
    expect(screen.getByRole('heading', { name: 'Thank you for saying so' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Ring Night line, 116 123' }).getAttribute('href')).toBe(
      'tel:116123',
    )
    expect(await screen.findByText(/This answer isn’t with Mara yet/)).toBeTruthy()
    expect(await screen.findByText(/No connection. What you answered/)).toBeTruthy()
    isThere = true
    expect(await screen.findByText(/Mara is told of this answer/, {}, { timeout: 6_000 })).toBeTruthy()
    expect(bodies().at(-1)?.answers.at(-1)).toEqual({ linkId: '9', value: 1 })
  }, 15_000)

  it('[OF13] says at once that nobody takes it any more, why, and gives back what was answered', async () => {
    const { address } = open(FORM, () => true, false)
    await screen.findByRole('radiogroup')
    choose('Several days')
    expect(await screen.findByText(/The work was closed meanwhile/)).toBeTruthy()
    expect(screen.getByText(/^PHQ-9\s+Little interest .*\s+Several days$/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Discard them' }))
    await waitFor(() => expect(address()).toBe('/'))
  })

  it('[AD10] lets one say beside what one sent that something in it is not right', async () => {
    open({ ...FORM, version: 9, status: 'completed' })
    fireEvent.click(await screen.findByRole('button', { name: 'Something is not right: Questionnaire' }))
    const sheet = within(await screen.findByRole('dialog', { name: 'Something here is not right' }))
    expect(sheet.getByText(/^You and Mara can read this/)).toBeTruthy()
  })
})
