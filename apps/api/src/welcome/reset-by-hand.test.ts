import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { ClinicGreeting } from '@accord/domain/rest/self'
import type { ResetBegun, ResetCodesToTell } from '@accord/domain/rest/welcome'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf, gist } from '../../test/desk.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, emailOf, givePasswords, type House } from '../../test/people.js'

const NEW_WAY = 'nine quiet harbours'
let api: TestApi
let house: House
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
}, 30_000)
afterAll(() => api.stop())

const at = (audience: Audience, path: string, body: unknown) => api.ask(audience, `/api/${path}`, { body })
const codesOf = async (person: PersonId) => {
  const cookie = await cookieFor(api, 'console', person)
  return ((await api.ask('console', '/api/reset-codes', { cookie })).json as ResetCodesToTell).codes
}
async function begun(person: PersonId): Promise<Extract<ResetBegun, { kind: 'by-hand' }>> {
  const made = (await desk.post(`people/${person}/reset`)).json as ResetBegun
  if (made.kind !== 'by-hand') throw new Error('a letter went out without a mail server')
  return made
}

describe('a new way to sign in without a mail server', () => {
  it('[ID40] says at the door that no letter comes', async () => {
    expect((await api.ask('portal', '/api/clinic')).json as ClinicGreeting).toMatchObject({
      sendsLetters: false,
    })
  })

  it.each([
    ['client', 'portal', 'practitioner'],
    ['practitioner', 'console', 'supervisor'],
    ['supervisor', 'console', 'practitioner'],
  ] as const)(
    '[ID40] gives a %s a link by the administrator and a code by somebody else',
    async (who, app, teller) => {
      const person = house[who]
      const made = await begun(person)
      expect(made).not.toHaveProperty('code')
      expect(made.tellers).toHaveLength(1)
      expect(await codesOf(house.administrator)).toEqual([])
      const [shown] = (await codesOf(house[teller])).slice(-1)
      const token = made.link.split('#')[1] ?? ''
      expect((await at(app, 'welcome/look', { token })).json).toMatchObject({
        purpose: 'reset',
        proofs: ['code'],
      })
      const proof = { kind: 'code', value: shown?.code ?? '' }
      const wrong = { kind: 'code', value: shown?.code === '000000' ? '111111' : '000000' }
      expect(gist(await at(app, 'welcome/prove', { token, proof: wrong }))).toEqual([403, 'wrong-proof'])
      expect((await at(app, 'welcome', { token, proof, password: NEW_WAY })).status).toBe(200)
      const signIn = { email: emailOf(person), password: NEW_WAY }
      expect((await at(app, 'sign-in', signIn)).status).toBe(200)
      expect(gist(await at(app, 'welcome', { token, proof, password: NEW_WAY }))).toEqual([410, 'link-spent'])
      await api.owner.query('UPDATE person SET password_hash = NULL WHERE person_id = $1', [person])
      await givePasswords(api.owner)
      expect(await codesOf(house[teller])).toEqual([])
    },
  )

  it('[ID40] shows a code to nobody but who tells it, and keeps none in the clear', async () => {
    await begun(house.otherClient)
    for (const person of [house.supervisor, house.administrator]) {
      const names = (await codesOf(person)).map(({ name }) => name)
      expect(names).toEqual([])
    }
    const [told] = await codesOf(house.practitioner)
    const cookie = await cookieFor(api, 'portal', house.client)
    expect(gist(await api.ask('portal', '/api/reset-codes', { cookie }))).toEqual([403, 'not-yours'])
    const rows = await api.owner.query<{ code: Buffer }[]>('SELECT code FROM reset_code')
    expect(rows.some(({ code }) => code.includes(told?.code ?? 'no code'))).toBe(false)
  })

  it('[ID40] is refused where there is nobody but who makes the link', async () => {
    const alone = await createPerson(api.owner, house.clinic, ['practitioner'])
    await givePasswords(api.owner)
    expect(gist(await desk.post(`people/${alone}/reset`))).toEqual([409, 'no-mail-server'])
  })
})
