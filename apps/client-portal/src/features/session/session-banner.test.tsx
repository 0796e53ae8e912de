import { afterEach, expect, it } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { PersonId, SessionId } from '@accord/domain/ids'
import type { SessionBoard, SessionCard } from '@accord/domain/rest/session'
import { aServer, ok } from '../../testing/a-server.js'
import { aCase, CASE, CLIENT, DAY, PEOPLE, PLAN, PRACTITIONER, SELF } from '../../testing/alder-house.js'
import { openPortal } from '../../testing/open-portal.js'

const SESSION = '018f0000-0000-7000-8000-00000000aaaa' as SessionId
const step = (state: 'scheduled' | 'live') => ({ state, at: DAY, by: PRACTITIONER })
const card: SessionCard = {
  ...{ session: SESSION, caseId: CASE, plan: PLAN, number: 4, relation: 'client', people: PEOPLE },
  ...{ scheduledFor: DAY, minutes: 50, place: 'room', kind: 'work', state: 'live', callLink: null },
  steps: [step('scheduled'), step('live')],
}
const here = [{ person: CLIENT, at: DAY }]
const board: SessionBoard = {
  ...{ at: DAY, card, agenda: [], arrived: here, pausedBy: null, showing: null, closing: null },
}

/** Home, while a session is live. */
function open(pausedBy: () => PersonId | null, address = '/') {
  const now = () => ok({ ...board, pausedBy: pausedBy() })
  const server = aServer({
    'GET /api/sign-in': ok({ self: SELF }),
    'GET /api/cases': ok({ cases: [aCase()] }),
    'GET /api/attention': ok({ at: DAY, cases: [] }),
    'GET /api/sessions': ok({ at: DAY, sessions: [card] }),
    [`GET /api/sessions/${SESSION}`]: now,
    [`POST /api/sessions/${SESSION}/resume`]: ok(board),
  })
  return { ...server, ...openPortal(address) }
}
afterEach(cleanup)

it('[SE7] says on another page within two seconds that sharing was paused, and by whom', async () => {
  let by: PersonId | null = null
  open(() => by)
  expect(await screen.findByRole('button', { name: 'Pause' })).toBeTruthy()
  by = PRACTITIONER
  expect(await screen.findByText('Mara paused sharing', {}, { timeout: 4_000 })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
  // Only whoever paused goes on.
  expect(screen.queryByRole('button', { name: 'Go on sharing' })).toBeNull()
}, 10_000)

it('[SE7] whoever paused goes on from any page', async () => {
  const { sent } = open(() => CLIENT)
  expect(await screen.findByText('You paused sharing')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Go on sharing' }))
  await waitFor(() => expect(sent.map(({ path }) => path)).toEqual([`/api/sessions/${SESSION}/resume`]))
})
