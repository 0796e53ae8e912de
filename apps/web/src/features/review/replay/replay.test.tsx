import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { PersonId } from '@accord/domain/ids'
import type { RecordPage } from '@accord/domain/rest/record'
import { agreed, altered, aRecord, did, wrote, type Deed } from '../../../testing/a-record.js'
import { aCase, AS_MARA, AS_RUTH, PEOPLE, PLAN, SLEEP } from '../../../testing/people.js'
import { aReview } from '../../../testing/a-review.js'
import { ok, refusedWith, renderConsole, type Answers } from '../../../testing/render-console.js'

/** Hashes want real ids. */
const MARA = '018f0000-0000-7000-8000-0000000000e1' as PersonId
const JONAH = '018f0000-0000-7000-8000-0000000000e2' as PersonId
const people = PEOPLE.map((one) => ({
  ...one,
  person: one.relation === 'practitioner' ? MARA : one.relation === 'client' ? JONAH : one.person,
}))
const DAY = 86_400_000
const AT = Date.UTC(2026, 9, 1, 9)
const PROPOSED = 'Improve sleep hygiene and reduce night-time rumination.'
const OWN = 'Sleep through the night and stop going over things.'

const STORY: readonly Deed[] = [
  did(MARA, AT, { kind: 'party.joined', person: MARA, relation: 'practitioner' }),
  did(MARA, AT, { kind: 'party.joined', person: JONAH, relation: 'client' }),
  did(MARA, AT, { kind: 'goal.add', goal: SLEEP, goalKind: 'change', title: 'Sleep' }),
  wrote(MARA, AT + 60_000, SLEEP, PROPOSED),
  wrote(JONAH, AT + DAY, SLEEP, OWN),
  agreed(MARA, AT + DAY + 60_000, SLEEP),
  agreed(JONAH, AT + DAY + 120_000, SLEEP),
  wrote(JONAH, AT + 2 * DAY, SLEEP, `${OWN} Most nights.`),
]

const { page, last } = aRecord(STORY)
const path = (rest: string) => `/api/plans/${PLAN}/${rest}`

function open(address = '/reviews/case', record: RecordPage = page, more: Answers = {}, self = AS_RUTH) {
  const left: string[] = []
  const relation = self === AS_RUTH ? 'supervisor' : 'practitioner'
  renderConsole(address, {
    'GET /api/sign-in': ok({ self }),
    'GET /api/attention': ok({ cases: [] }),
    'GET /api/cases': ok({ cases: [aCase({ relation, people })] }),
    'GET /api/cases/case': ok(aCase({ relation, people })),
    'GET /api/cases/case/review': ok(aReview(page.head)),
    [`POST ${path('replays')}`]: ok({ replay: 'one' }),
    [`GET ${path('record/at?replay=one')}`]: ok({ ...last, people }),
    [`GET ${path('record?replay=one&after=0')}`]: ok({ ...record, people }),
    [`POST ${path('replays/one/left')}`]: () => {
      left.push('left')
      return { status: 204 }
    },
    ...more,
  })
  return left
}

const slider = () => screen.findByRole('slider', { name: 'Replay position' })
const press = (key: string, held: { shiftKey?: boolean; altKey?: boolean } = {}) =>
  fireEvent.keyDown(document.body, { key, ...held })
const words = () => screen.getByRole('group', { name: 'The words at this moment' }).textContent

describe('a replay', () => {
  it('[RP14] is checked by the browser itself, which says so', async () => {
    open()
    expect(await screen.findByText('History verified')).toBeTruthy()
    expect(screen.getByText(/^All 8 changes are intact and in order\. Checked today/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'How this is checked' }))
    expect(await screen.findByText(/did not ask the server whether they fit/)).toBeTruthy()
  })

  it('[RP14] names the change that does not hold, and replays those before it', async () => {
    open('/reviews/case', altered(page, 5))
    expect(await screen.findByText('This history doesn’t hold')).toBeTruthy()
    expect(screen.getByText('What change 5 holds was altered after it was stored.')).toBeTruthy()
    expect(screen.getByText(/The 4 changes before it are intact/)).toBeTruthy()
    expect((await slider()).getAttribute('aria-valuemax')).toBe('4')
    expect(words()).toContain(PROPOSED)
  })

  it('[RP13] shows the last moment while the record is still to come', async () => {
    open('/reviews/case', page, { [`GET ${path('record?replay=one&after=0')}`]: 'down' })
    expect(await screen.findByText('The history couldn’t be checked')).toBeTruthy()
    expect(words()).toContain('Most nights.')
    expect(screen.queryByRole('slider')).toBeNull()
  })

  it('[RP9] is a slider that says in words where it is, moved by keys', async () => {
    open()
    expect((await slider()).getAttribute('aria-valuetext')).toMatch(
      /^Change 8 of 8\. 3 October, \d\d:00\. Jonah added “Most nights”; the seal opened$/,
    )
    press('ArrowLeft')
    expect((await slider()).getAttribute('aria-valuetext')).toMatch(/^Change 7 of 8\. .* Both agreed$/)
    press('ArrowLeft', { shiftKey: true })
    expect((await slider()).getAttribute('aria-valuetext')).toMatch(/Jonah replaced it in their own words$/)
    press('Home')
    expect((await slider()).getAttribute('aria-valuenow')).toBe('1')
    press('End')
    expect((await slider()).getAttribute('aria-valuenow')).toBe('8')
  })

  it('[RP5] strikes what went, and leaves it out on request', async () => {
    open()
    await slider()
    fireEvent.click(screen.getByRole('button', { name: /Jonah replaced it/ }))
    const shown = screen.getByRole('group', { name: 'The words at this moment' })
    expect(within(shown).getAllByText(/hygiene/)[0]?.tagName).toBe('DEL')
    fireEvent.click(screen.getByRole('button', { name: 'Show removed' }))
    expect(words()).not.toContain('hygiene')
    expect(words()).toContain(OWN)
  })

  it('[RP6] tells the wordings before, the seal at the moment, and what came of it', async () => {
    open()
    await slider()
    press('ArrowLeft')
    expect(screen.getByText('At this moment, agreed')).toBeTruthy()
    expect(screen.getByText('Lapsed one day later')).toBeTruthy()
    const before = screen.getByText('The wordings before this one').parentElement
    expect(before?.textContent).toContain(PROPOSED)
  })

  it('[RP9] is filtered by person; previous and next keep to it', async () => {
    open()
    await slider()
    fireEvent.change(screen.getByLabelText('By'), { target: { value: MARA } })
    const list = screen.getByRole('navigation', { name: 'Moments' })
    expect(within(list).queryByText(/Jonah added/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Previous moment' }))
    expect((await slider()).getAttribute('aria-valuetext')).toMatch(/Mara agreed to the words of Sleep$/)
  })

  it('[RP12] has the same content as text', async () => {
    open()
    await slider()
    const list = screen.getByRole('navigation', { name: 'Moments' })
    const sentences = [...list.querySelectorAll('.ac-moment-sentence')].map((one) => one.textContent)
    fireEvent.click(screen.getByRole('button', { name: 'As text' }))
    const text = screen.getByRole('region', { name: 'Everything that happened, as text' })
    for (const sentence of sentences) expect(within(text).getByText(sentence)).toBeTruthy()
    expect(within(text).getAllByText('It then read:')).toHaveLength(3)
  })

  it('[RP2] [RP16] of one goal counts that goal’s changes, and going on to all of it is a look of its own', async () => {
    const begun: unknown[] = []
    const left = open(`/reviews/case?goal=${SLEEP}&at=5`, page, {
      [`POST ${path('replays')}`]: () => {
        begun.push('begun')
        return ok({ replay: 'one' })
      },
    })
    expect((await slider()).getAttribute('aria-valuetext')).toMatch(/^Change 3 of 6\./)
    fireEvent.change(screen.getByLabelText('Goal'), { target: { value: 'all' } })
    await waitFor(() => expect(begun).toHaveLength(2))
    expect(left).toEqual(['left'])
  })

  it('[HI12] says when the page is left', async () => {
    const left = open()
    await slider()
    fireEvent(window, new Event('pagehide'))
    fireEvent(window, new Event('pagehide'))
    expect(left).toEqual(['left'])
  })

  it('[AC5] of a case that is not shared looks like one that does not exist', async () => {
    open('/reviews/case', page, { 'GET /api/cases/case': refusedWith(404, 'not-found') })
    expect(await screen.findByText(/isn’t shared with you|not shared/i)).toBeTruthy()
  })

  it('[AC3] belongs to the practitioner of the case as well, in whose rail there are no reviews', async () => {
    open('/reviews/case', page, {}, AS_MARA)
    await slider()
    const rooms = screen.getByRole('navigation', { name: 'Main' })
    expect(within(rooms).queryByRole('link', { name: 'Reviews' })).toBeNull()
  })
})
