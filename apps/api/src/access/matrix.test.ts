import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RefusalCode } from '@accord/domain/refusal'
import type { Agenda } from '@accord/domain/rest/supervision'
import { startTestApi, type TestApi } from '../../test/api.js'
import type { Answer } from '../../test/ask.js'
import { routes, type RouteDoor } from '../../test/hostile/doors.js'
import { expectedOf } from '../../test/hostile/expected.js'
import { fingerprint } from '../../test/hostile/fingerprint.js'
import { askCell, type Cell } from '../../test/hostile/requests.js'
import { aWorld, type Place, type World } from '../../test/hostile/world.js'
import { answerOf, statusOf } from '../http/answer.js'
import { kindOf } from './subject.js'

let api: TestApi
let world: World
let cells: readonly Cell[]

beforeAll(async () => {
  api = await startTestApi({
    limits: { attemptsPerAccount: 1_000, attemptsPerAddress: 10_000 },
    live: { operationsPerSecond: 10_000, operationBurst: 10_000 },
  })
  world = await aWorld(api)
  cells = routes().flatMap((door) =>
    world.askers.flatMap((asker) => placesFor(door).map((place) => ({ door, asker, place }))),
  )
}, 180_000)
afterAll(() => api.stop())

/** What is about nobody but the asker is the same wherever they ask it. */
function placesFor({ action }: RouteDoor): readonly Place[] {
  return ['door', 'self'].includes(kindOf(action)) ? world.places.slice(0, 1) : world.places
}

/** What says "you are nobody here", as against what the asked thing itself may say. */
const CLOSED: readonly unknown[] = ['not-signed-in', 'not-yours', 'read-only', 'not-found', 'foreign-origin']

/** What ends something that others ask about comes after them. */
const LAST = [
  'NoteController.release',
  'CaseFileController.end',
  'CaseFileController.close',
  'CaseFileController.reopen',
  'EmergencyController.end',
  'signOut',
]

function turnOf({ verb, name }: RouteDoor): number {
  const last = LAST.findIndex((end) => name.endsWith(end))
  return last >= 0 ? 10 + last : Number(verb !== 'GET')
}

const expected = ({ door, asker, place }: Cell) => expectedOf(door, asker.actor, place)
const label = ({ door, asker, place }: Cell) => `${door.verb} ${door.path} · ${asker.name} · ${place.name}`
const codeOf = ({ json }: Answer) => (json as { code?: string } | null)?.code

/** A replay of the asker's own where they may have one: nobody else's is read. (HI12) */
async function replayFor({ door, asker, place }: Cell): Promise<string> {
  if (asker.actor === null || !/replay|record/.test(door.path)) return place.look
  const { audience, cookie } = asker
  const path = `/api/plans/${place.plan}/replays`
  const { json } = await api.ask(audience, path, { body: { goal: null }, cookie })
  return (json as { replay?: string }).replay ?? place.look
}

/** The place with an item that nobody has discussed yet, where a route is about one. */
async function withItem({ door, asker, place }: Cell): Promise<Place> {
  if (!door.path.includes(':item')) return place
  const pair = `/api/supervision/pairs/${place.supervisor}/${place.practitioner}/agenda`
  const body = { about: { kind: 'topic' }, words: 'Endings' }
  const { json } = await api.ask(asker.audience, pair, { body, cookie: asker.cookie })
  const { items } = json as Agenda
  const item = items.find(({ discussed }) => discussed === null)?.id
  return item ? { ...place, item } : place
}

describe('who may ask what, at every route', () => {
  it('[FT1] the matrix has a row for every route that the running application answers', () => {
    const rows = new Set(routes().map(({ verb, path }) => `${verb} ${path}`))
    expect([...mounted(api)].filter((route) => !rows.has(route))).toEqual([])
    expect([...rows].filter((route) => !mounted(api).has(route))).toEqual([])
    process.stdout.write(
      `authorization matrix: ${rows.size} routes × ${world.askers.length} askers × ${world.places.length} places = ${cells.length} cells, ` +
        `${cells.filter((cell) => expected(cell) === 'open').length} of them open\n`,
    )
  })

  it('[FT2] whoever may not is answered with the rule’s own code and its sentence alone, and nothing changes', async () => {
    const before = await fingerprint(api.owner)
    const wrong: string[] = []
    for (const cell of cells) {
      const code = expected(cell)
      if (code === 'open') continue
      const answer = await askCell(api, cell, cell.place.look)
      if (!isRefusal(answer, code))
        wrong.push(`${label(cell)}: ${answer.status} ${codeOf(answer)}, not ${code}`)
    }
    expect(wrong).toEqual([])
    expect(await fingerprint(api.owner)).toEqual(before)
  }, 180_000)

  it('[FT3] whoever may is let in: what is answered is never that they are nobody here', async () => {
    const wrong: string[] = []
    const open = cells.filter((cell) => expected(cell) === 'open')
    for (const cell of [...open].sort((a, b) => turnOf(a.door) - turnOf(b.door))) {
      const place = await withItem(cell)
      const answer = await askCell(api, { ...cell, place }, await replayFor(cell))
      const isIn = answer.status < 500 && !CLOSED.includes(codeOf(answer)) && codeOf(answer) !== 'malformed'
      if (!isIn) wrong.push(`${label(cell)}: ${answer.status} ${codeOf(answer)}`)
    }
    expect(wrong).toEqual([])
  }, 180_000)
})

function isRefusal(answer: Answer, code: RefusalCode): boolean {
  return answer.status === statusOf(code) && answer.text === JSON.stringify(answerOf(code))
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> }
}

/** Every route that Express has, whoever put it there. */
function mounted({ app }: TestApi): ReadonlySet<string> {
  const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: readonly Layer[] } }
  return new Set(
    router.stack.flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
    ),
  )
}
