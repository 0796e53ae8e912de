import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'
import { aHouse, emailOf, PASSWORD, signIn, type House } from '../../test/people.js'
import { networkOf } from './sign-in.throttle.js'

let api: TestApi
let house: House

beforeAll(async () => {
  api = await startTestApi({
    limits: { attemptsPerAccount: 4, attemptsPerAddress: 9, attemptWindowMs: 2_000 },
  })
  house = await aHouse(api)
})
afterAll(() => api.stop())

const guess = (email: string) =>
  api.ask('console', '/api/sign-in', { body: { email, password: 'a wrong pass phrase' } })

describe('guessing passwords', () => {
  it('[ID5] is slowed down for one account, one that does not exist alike, and for one address', async () => {
    for (const email of [emailOf(house.practitioner), 'nobody@example.org']) {
      const answers = await Promise.all(Array.from({ length: 6 }, () => guess(email)))
      const statuses = answers.map(({ status }) => status).sort()
      const late = answers.find(({ status }) => status === 429)
      // The second account's last tries meet the address's own bound, with the same answer.
      expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(4)
      expect(late?.json).toMatchObject({ code: 'too-fast', message: expect.any(String) as unknown })
      expect(Number(late?.headers['retry-after'])).toBeGreaterThan(0)
    }
    const fromHere = await guess('somebody-else@example.org')
    expect(fromHere.status).toBe(429)
  })

  it('[ID5] locks nobody out for good', async () => {
    expect((await signIn(api, 'console', house.practitioner)).status).toBe(429)
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect((await signIn(api, 'console', house.practitioner)).status).toBe(200)
  })

  it('[ID5] counts no attempt that was right', async () => {
    for (let times = 0; times < 12; times++) {
      expect((await signIn(api, 'console', house.practitioner, PASSWORD)).status).toBe(200)
    }
  })
})

describe('an account that somebody else guesses at', () => {
  let quiet: TestApi
  let people: House
  beforeAll(async () => {
    quiet = await startTestApi({ limits: { attemptsPerAccount: 4, attemptsPerAddress: 500 } })
    people = await aHouse(quiet)
  })
  afterAll(() => quiet.stop())

  const enter = (person: House['client'], cookie: string, password = PASSWORD) =>
    quiet.ask('console', '/api/sign-in', { cookie, body: { email: emailOf(person), password } })
  const deviceOf = async (person: House['client']) => {
    const answer = await enter(person, '')
    return answer.headers['set-cookie']?.find((one) => one.includes('_device='))?.split(';')[0] ?? ''
  }

  it('[ID5] [ID38] lets its person in on a browser that knows them, and on no other, nor without the password', async () => {
    const [own, foreign] = [await deviceOf(people.practitioner), await deviceOf(people.supervisor)]
    for (let times = 0; times < 9; times++) await enter(people.practitioner, '', 'a wrong pass phrase')
    expect((await enter(people.practitioner, '')).status).toBe(429)
    expect((await enter(people.practitioner, foreign)).status).toBe(429)
    const invented = own.replace(/=.*/, `=${Buffer.alloc(32, 1).toString('base64url')}`)
    expect((await enter(people.practitioner, invented)).status).toBe(429)
    expect((await enter(people.practitioner, own, 'a wrong pass phrase')).status).toBe(401)
    expect((await enter(people.practitioner, own)).status).toBe(200)
    // Elsewhere it goes on waiting: whoever guesses there is not helped.
    expect((await enter(people.practitioner, '')).status).toBe(429)
    for (let times = 0; times < 5; times++) await enter(people.practitioner, own, 'a wrong pass phrase')
    expect((await enter(people.practitioner, own)).status).toBe(429)
  })
})

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('[ID5] %s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
