import { describe, expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/react'
import type { TimedBoard } from '../../lib/sessions.js'
import { added, anAddendum } from '../../testing/added.js'
import { AS_RUTH, PEOPLE } from '../../testing/people.js'
import { renderPart } from '../../testing/render-part.js'
import { LeftPage } from './left-page.js'

const AT = Date.UTC(2026, 9, 1, 12)
const card = {
  ...{ session: 's1', caseId: 'case', number: 3, state: 'signed', place: 'room', relation: 'supervisor' },
  ...{ steps: [], people: PEOPLE, scheduledFor: AT, minutes: 50 },
}
const board = { at: AT, ahead: 0, card, agenda: [], closing: null } as unknown as TimedBoard

describe('a session that is over', () => {
  it('[AD9] stands with what the client says of it, and with nothing that is said of another', async () => {
    const another = anAddendum({ kind: 'session', item: 's2', words: 'Of another.' })
    renderPart(AS_RUTH, <LeftPage board={board} />, {
      '/api/sessions/s1/summary': { summary: null, entries: 0 },
      '/api/cases/case/addenda': added(another, anAddendum({ kind: 'session', item: 's1' })),
    })
    const name = 'Jonah says that something here is not right'
    const beside = within(await screen.findByRole('group', { name }))
    expect(beside.getByText('It was one stop.')).toBeTruthy()
    expect(beside.getByText('Added by Jonah, 2 October')).toBeTruthy()
    expect(screen.queryByText('Of another.')).toBeNull()
  })
})
