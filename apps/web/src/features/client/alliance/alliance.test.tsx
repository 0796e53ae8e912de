import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { NO_RATINGS } from '@accord/domain/alliance/check-in'
import type { AllianceSession } from '@accord/domain/alliance/series'
import type { CaseId, SessionId } from '@accord/domain/ids'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { AlliancePage } from '@accord/domain/rest/alliance'
import { added, anAddendum } from '../../../testing/added.js'
import { aCase, AS_MARA, JONAH, MARA, PEOPLE } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { AllianceTab } from './alliance-tab.js'

const WEEK = 7 * 86_400_000
const AT = Date.UTC(2026, 6, 1, 10)
const MEANS = [9, 9.4, 9.2, 9.6, 9.4, 9.8, 9.6, 9.4, 7, 9.5]

function session(mean: number | null, index: number, more: Partial<AllianceSession> = {}): AllianceSession {
  return {
    ...{ session: `s${index + 1}` as SessionId, number: index + 1, minutes: 50, place: 'room' },
    ...{ startedAt: AT + index * WEEK, endedAt: AT + index * WEEK + 3_000_000, words: null, mean },
    standing: mean === null ? 'none' : 'answered',
    ratings: { ...NO_RATINGS, goals: mean, tasks: mean === null ? null : Math.max(0, mean - 2) },
    ...more,
  }
}

function page(sessions: readonly AllianceSession[], more: Partial<AlliancePage> = {}): AlliancePage {
  const point = (t: number | null) => ({ t, scored: t === null ? 0 : 2, goals: 3 })
  const repair = { id: 'r', session: 's9' as SessionId, client: JONAH, by: MARA, at: AT + 9 * WEEK }
  return {
    caseId: 'case' as CaseId,
    clients: [
      {
        ...{ client: JONAH, name: 'Jonah Okafor', sessions, cues: [] },
        repairs: [{ ...repair, step: 'talked', words: 'We spoke of the pace.' }],
      },
    ],
    attainment: {
      client: sessions.map((_, index) => point(index < 4 ? null : 43.8)),
      practitioner: sessions.map(() => point(null)),
    },
    thresholds: { baseline: 8, smallestChange: 1, unanswered: 2 },
    people: PEOPLE,
    mayRecord: true,
    ...more,
  }
}

function open(answer: AlliancePage, addenda: readonly RecordAddendum[] = []) {
  renderPart(AS_MARA, <AllianceTab summary={aCase()} />, {
    '/api/cases/case/alliance': answer,
    '/api/cases/case/addenda': added(...addenda),
    [`/api/plans/${aCase().plan}/history?after=0`]: {
      ...{ plan: aCase().plan, epoch: 1, entries: [], nextFrom: null, people: PEOPLE },
      head: { seq: 0, hash: '' },
    },
  })
}
const chart = (name: RegExp) => screen.findByRole('img', { name })

describe('how working together feels', () => {
  it('[AL1] [AL3] opens at the last dip, says that it is no verdict and what is worth asking', async () => {
    open(page(MEANS.map((mean, index) => session(mean, index, index === 8 ? { words: 'Too fast.' } : {}))))
    const side = within(await screen.findByRole('complementary', { name: 'Session 9' }))
    expect(side.getByText('7, below Jonah’s usual range.')).toBeTruthy()
    expect(side.getByText(/not a verdict. The lowest answer was Tasks/)).toBeTruthy()
    expect(side.getByText('What about the way we went at it didn’t suit you?')).toBeTruthy()
    expect(side.getByText('Too fast.')).toBeTruthy()
    expect(side.getByText('We spoke of the pace.')).toBeTruthy()
    expect(await side.findByText('Nothing changed in the goals.')).toBeTruthy()
  })

  it('[AL4] says the same in the chart and in the table', async () => {
    open(page(MEANS.map((mean, index) => session(mean, index))))
    const label = (await chart(/^Check-ins of Jonah/)).getAttribute('aria-label') ?? ''
    expect(label).toContain('Session 9 on 26 Aug was 7, below the usual range.')
    const told = [...label.matchAll(/session (\d+): ([\d.]+)/g)].map(([, number, value]) => [number, value])
    const [asTable] = screen.getAllByRole('radio', { name: 'Table' })
    if (asTable) fireEvent.click(asTable)
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    const shown = rows.map((row) => [
      within(row).getByRole('rowheader').textContent,
      within(row).getAllByRole('cell')[1]?.textContent,
    ])
    expect(shown).toEqual(told)
  })

  it('[AL4] selects a session in every chart', async () => {
    open(page(MEANS.map((mean, index) => session(mean, index))))
    await chart(/^Check-ins of Jonah/)
    const [third] = screen.getAllByRole('radio', { name: /^Session 3,/ })
    if (third) fireEvent.click(third)
    expect(await screen.findByRole('complementary', { name: 'Session 3' })).toBeTruthy()
    const chosen = screen.getAllByRole('radio', { name: /^Session 3,/ })
    expect(chosen.map((one) => one.getAttribute('aria-checked'))).toEqual(['true', 'true'])
  })

  it('[AL2] says that a range is provisional, and draws none from too few', async () => {
    open(page(MEANS.slice(0, 6).map((mean, index) => session(mean, index))))
    expect(await screen.findByText(/provisional: it is learned from 6 check-ins so far/)).toBeTruthy()
  })

  it('[CI3] says what is kept, what was not for today, and that nothing came; never what was in it', async () => {
    const kept = session(null, 2, { standing: 'kept' })
    open(page([session(8, 0), session(null, 1, { standing: 'not-today' }), kept, session(null, 3)]))
    const side = () => screen.findByRole('complementary')
    expect(within(await side()).getByText('Nothing reached you')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'The session before' }))
    expect(within(await side()).getByText('Kept until you have talked')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'The session before' }))
    expect(within(await side()).getByText('“Not today”')).toBeTruthy()
  })

  it('[AL5] tells attainment by session, with how many goals are scored', async () => {
    open(page(MEANS.map((mean, index) => session(mean, index))))
    expect((await chart(/^Goal-attainment T-score/)).getAttribute('aria-label')).toContain('session 5: 43.8')
    expect(screen.getByText('Now 43.8, 2 of 3 goals scored')).toBeTruthy()
  })

  it('[AL6] says beside the box who reads what was done about a dip', async () => {
    open(page(MEANS.map((mean, index) => session(mean, index))))
    fireEvent.click(await screen.findByRole('button', { name: 'Add what was done' }))
    const box = within(await screen.findByRole('dialog'))
    expect(box.getByText(/Read by Mara and Ruth. Jonah doesn’t see it. It stays as it is./)).toBeTruthy()
    await waitFor(() => expect(box.getByRole('radio', { name: 'Noticed' })).toBeTruthy())
  })

  it('[CI4] says so where no session has ended', async () => {
    open(page([]))
    expect(await screen.findByText('No session has ended yet')).toBeTruthy()
  })

  it('[AD9] says beside a check-in what its own client says of it, in whichever version', async () => {
    const about = { at: AT, by: MARA, number: 1, name: null, words: null }
    const theirs = anAddendum({ kind: 'check-in', item: 's1', entry: 2 })
    const another = anAddendum({ kind: 'check-in', item: 's1', words: 'Somebody else’s.', about })
    open(page([session(9, 0)]), [theirs, another])
    expect(await screen.findByText('It was one stop.')).toBeTruthy()
    expect(screen.queryByText('Somebody else’s.')).toBeNull()
  })
})
