import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PersonId, SessionId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import type { Session } from '@accord/domain/session/session'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aHouse, type House } from '../../test/people.js'
import { SessionService } from './session.service.js'

let api: TestApi
let house: House
let sessions: SessionService

beforeAll(async () => {
  api = await startTestApi()
  house = await aHouse(api)
  sessions = api.app.get(SessionService, { strict: false })
}, 30_000)
afterAll(() => api.stop())

const as = (person: PersonId) => ({ clinic: house.clinic, person })
const wish = () =>
  ({ caseId: house.case, kind: 'work', place: 'room', scheduledFor: 1_700_000_000_000, minutes: 50 }) as const

async function scheduled(): Promise<Session> {
  const made = await sessions.schedule(as(house.practitioner), wish())
  if (isRefusal(made)) throw new Error(made.refused)
  return made
}

describe('a session of a case', () => {
  it('[SE1] keeps every step with its time and person, and takes each once', async () => {
    const { session } = await scheduled()
    for (const to of ['live', 'ended', 'noted', 'signed'] as const)
      expect(await sessions.move(as(house.practitioner), session, to)).toMatchObject({ state: to })
    const whole = await sessions.find(as(house.practitioner), session)
    expect(whole?.steps.map(({ state, by }) => [state, by === house.practitioner])).toEqual(
      ['scheduled', 'live', 'ended', 'noted', 'signed'].map((state) => [state, true]),
    )
    expect(await sessions.move(as(house.practitioner), session, 'live')).toEqual({
      refused: 'session-moved-on',
    })
  })

  it('[SE1] keeps its steps against the owner of the tables', async () => {
    const { session } = await scheduled()
    await expect(
      api.owner.query(`UPDATE session_step SET at = now() WHERE session_id = $1`, [session]),
    ).rejects.toThrow()
  })

  it('[SE4] says for how long, where and what for, and takes nothing else', async () => {
    const kept = async (session: SessionId) => {
      const whole = await sessions.find(as(house.practitioner), session)
      return [whole?.kind, whole?.place, whole?.minutes]
    }
    expect(await kept((await scheduled()).session)).toEqual(['work', 'room', 50])
    const other = { ...wish(), kind: 'getting-to-know-you', place: 'remote', minutes: 90 } as const
    const made = await sessions.schedule(as(house.practitioner), other)
    expect(isRefusal(made) ? made : await kept(made.session)).toEqual(['getting-to-know-you', 'remote', 90])
    for (const set of [`kind = 'play'`, `place = 'street'`, 'minutes = 0', 'minutes = 481'])
      await expect(api.owner.query(`UPDATE session SET ${set}`)).rejects.toThrow(/check constraint/)
  })

  it('[SE2] of two that begin at once, one is live', async () => {
    const [one, other] = [await scheduled(), await scheduled()]
    const begin = (session: SessionId) => sessions.move(as(house.practitioner), session, 'live')
    const ends = await Promise.all([begin(one.session), begin(other.session)])
    expect(ends.filter((end) => !isRefusal(end))).toMatchObject([{ state: 'live' }])
    expect(ends).toContainEqual({ refused: 'session-moved-on' })
  })

  it('[SE3] is seen by the parties and the supervisor, and by nobody else', async () => {
    const { session } = await scheduled()
    for (const who of ['practitioner', 'client', 'supervisor'] as const)
      expect(await sessions.find(as(house[who]), session)).toMatchObject({ session })
    expect(await sessions.find(as(house.otherClient), session)).toBeNull()
    expect(await sessions.ofCase(as(house.administrator), house.case)).toEqual([])
  })

  it('[SE3] is not scheduled or moved by a client or a supervisor, even if the API asked for it', async () => {
    await expect(sessions.schedule(as(house.client), wish())).rejects.toThrow()
    const { session } = await scheduled()
    expect(await sessions.move(as(house.supervisor), session, 'cancelled')).toEqual({
      refused: 'session-moved-on',
    })
  })
})
