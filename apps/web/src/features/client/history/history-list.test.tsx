import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { HistoryEntry } from '@accord/domain/history/entry'
import type { CaseId } from '@accord/domain/ids'
import { added, anAddendum } from '../../../testing/added.js'
import { AS_MARA, MARA, PEOPLE, PLAN, SLEEP } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { HistoryList } from './history-list.js'

const AT = Date.UTC(2026, 9, 1, 12)
const proposed: HistoryEntry = {
  ...{ plan: PLAN, seq: 1, at: AT, author: MARA, relation: 'practitioner', record: {}, hash: 'h' },
  payload: { kind: 'goal.add', goal: SLEEP, goalKind: 'change', title: 'Sleep' },
} as unknown as HistoryEntry

describe('the history', () => {
  it('[AD9] says at a moment what the client says of it, and nothing that is said of another log', async () => {
    const elsewhere = anAddendum({ kind: 'moment', item: 'between', entry: 1, words: 'Elsewhere.' })
    renderPart(
      AS_MARA,
      <HistoryList
        {...{ caseId: 'case' as CaseId, plan: PLAN, entries: [proposed], head: 1, people: PEOPLE }}
        {...{ goals: null, newer: 0, onShowNewer: () => undefined }}
      />,
      { '/api/cases/case/addenda': added(elsewhere, anAddendum({ kind: 'moment', item: PLAN, entry: 1 })) },
    )
    const words = await screen.findByText('It was one stop.')
    const moment = words.closest<HTMLElement>('.ac-moment')
    expect(within(moment ?? document.body).getByText(/Mara .*Sleep/)).toBeTruthy()
    expect(screen.queryByText('Elsewhere.')).toBeNull()
  })
})
