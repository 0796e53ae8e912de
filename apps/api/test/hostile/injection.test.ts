import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { Passwords } from '../../src/identity/passwords.js'
import { startTestApi, type TestApi } from '../api.js'
import type { Answer } from '../ask.js'
import { emailOf, PASSWORD, signIn } from '../people.js'
import { routes, type RouteDoor } from './doors.js'
import { fingerprint } from './fingerprint.js'
import { addressOf, hintsFor } from './requests.js'
import { examplesOf } from './schema.js'
import { SQL } from './sql.js'
import { targetsIn, type Target } from './target.js'
import { aWorld, type World } from './world.js'

jest.setTimeout(60_000)

let api: TestApi
let world: World

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 10, attemptsPerAddress: 1e6 } })
  world = await aWorld(api)
})
afterAll(() => api.stop())

const bugs = () => api.lines.filter((line) => line.includes('"event":"bug"'))

/** Every parameter of every route's query, each with what its own app would say for the others. */
function queriesOf({
  door,
  place,
}: Target): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  const usual = door.query
    ? (examplesOf(door.query, hintsFor(place, place.look))[0] as Record<string, string>)
    : {}
  const shape =
    door.query?._zod.def.type === 'object' ? Object.keys(door.query._zod.def.shape) : BY_HAND[door.name]
  return (shape ?? []).map((name) => [name, usual] as const)
}

/** Queries that no pipe reads. */
const BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'HistoryController.history': ['after'],
  'ClientController.import': ['dry'],
}

async function asked(target: Target, address: string): Promise<Answer> {
  const { asker, door, bodies } = target
  const { audience, cookie } = asker
  const body = door.verb === 'GET' ? {} : { method: door.verb, body: bodies[0] }
  return api.ask(audience, address, { cookie, ...body })
}

/** What PostgreSQL would say of itself. */
const LEAKED = /syntax|SQLSTATE|pg_|relation/i

describe('SQL in an address', () => {
  it('[HD3] [A4] is a word like any other in every parameter of every query, and changes nothing', async () => {
    const targets = targetsIn(world, routes()).filter((target) => queriesOf(target).length > 0)
    const before = await fingerprint(api.owner)
    const wrong: string[] = []
    let asks = 0
    for (const target of targets) {
      const [path] = target.address.split('?')
      for (const [name, usual] of queriesOf(target)) {
        const ask = async (sql: string) => {
          const query = new URLSearchParams({ ...usual, [name]: sql }).toString()
          const { status, text } = await asked(target, `${path}?${query}`)
          asks += 1
          if (status >= 500 || LEAKED.test(text)) wrong.push(`${path} ${name} ${sql}: ${status}`)
        }
        await Promise.all(SQL.map(ask))
      }
    }
    expect({ wrong, bugs: bugs() }).toEqual({ wrong: [], bugs: [] })
    expect(await fingerprint(api.owner)).toEqual(before)
    expect(SQL).toHaveLength(40)
    process.stdout.write(`sql: ${asks} questions to ${targets.length} routes that read a query\n`)
    expect(targets.length).toBeGreaterThanOrEqual(8)
  })

  it('[HD3] [A4] names nothing where an id belongs', async () => {
    const targets = targetsIn(world, routes()).filter(({ door }) => door.path.includes(':'))
    const before = await fingerprint(api.owner)
    const wrong: string[] = []
    for (const [at, target] of targets.entries()) {
      const { door, place } = target
      for (const name of door.path.match(/:\w+/g) ?? []) {
        const sql = encodeURIComponent(SQL[at % SQL.length] ?? '')
        const { status } = await asked(target, addressOf(door.path.replace(name, sql), place, place.look))
        // A session that is over says so before it looks for what is named in it.
        if (![400, 404, 409].includes(status)) wrong.push(`${nameOf(door)} ${name}: ${status}`)
      }
    }
    expect({ wrong, bugs: bugs() }).toEqual({ wrong: [], bugs: [] })
    expect(await fingerprint(api.owner)).toEqual(before)
  })
})

const nameOf = ({ verb, path }: RouteDoor) => `${verb} ${path}`

describe('the log', () => {
  it('[HD4] [A18] has one line of JSON for each thing that happened, whatever somebody sends to forge another', async () => {
    const forged = '{"level":30,"event":"forged"}'
    for (const sign of ['\n', '\r\n', '\u2028', '%0a', '%0d%0a', '\u001b[2J', '","event":"forged"']) {
      const words = `a${sign}${forged}`
      await api.ask('console', `/api/cases/${encodeURIComponent(words)}?q=${encodeURIComponent(words)}`)
      await api.ask('console', '/api/sign-in', { body: { email: words, password: words } })
    }
    const lines = api.lines.join('').split('\n').slice(0, -1)
    expect(lines.length).toBe(api.lines.length)
    for (const line of lines) {
      const said = JSON.parse(line) as { event: string; time: number }
      expect([said.event, typeof said.time]).toEqual([expect.stringMatching(/^[a-z-]+$/), 'number'])
      expect(said.event).not.toBe('forged')
    }
  })
})

describe('guessing', () => {
  const guesses = async (email: string, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        api.ask('console', '/api/sign-in', { body: { email, password: `a wrong pass phrase ${at}` } }),
      ),
    )

  it('[ID5] [A6] a thousand times costs a dozen checks, and locks nobody else out', async () => {
    const [own, foreign] = world.places
    if (!own || !foreign) throw new Error('a world without places')
    const checked = jest.spyOn(api.app.get(Passwords), 'matches')
    const email = emailOf(own.practitioner)
    for (let round = 0; round < 20; round++) await guesses(email, 50)
    expect(checked.mock.calls.length).toBeLessThanOrEqual(20)
    expect(checked.mock.calls.length).toBeGreaterThan(0)
    expect((await signIn(api, 'console', foreign.practitioner, PASSWORD)).status).toBe(200)
    checked.mockRestore()
  })

  it('[ID1] [A7] costs one check and gets one answer, whoever is meant: nobody, somebody, or somebody who left', async () => {
    const [, , elsewhere] = world.places
    if (!elsewhere) throw new Error('a world without places')
    await api.owner.query('UPDATE person SET disabled_at = now() WHERE person_id = $1', [
      elsewhere.spareStaff,
    ])
    const checked = jest.spyOn(api.app.get(Passwords), 'matches')
    const told: unknown[] = []
    const meant = [
      'nobody@example.org',
      emailOf(elsewhere.practitioner),
      emailOf(elsewhere.client),
      emailOf(elsewhere.spareStaff),
    ]
    for (const email of meant) {
      checked.mockClear()
      const [answer] = await guesses(email, 1)
      const headers = Object.keys(answer?.headers ?? {})
      told.push([answer?.status, answer?.text, headers, checked.mock.calls.length])
    }
    for (const one of told) expect(one).toEqual(told[0])
    expect(told[0]).toEqual([401, expect.any(String), expect.any(Array), 1])
    checked.mockRestore()
  })

  it('[ID1] a password is good for as long as nobody changes it', async () => {
    const [, foreign] = world.places
    if (!foreign) throw new Error('a world without places')
    api.clock.advance(3 * 365 * 86_400_000)
    expect((await signIn(api, 'console', foreign.practitioner, PASSWORD)).status).toBe(200)
  })
})
