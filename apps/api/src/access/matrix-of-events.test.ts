import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CLIENT_EVENTS } from '@accord/domain/sync/wire'
import { startTestApi, type TestApi } from '../../test/api.js'
import { events, type EventDoor } from '../../test/hostile/doors.js'
import { expectedInPlan } from '../../test/hostile/expected.js'
import { fingerprint } from '../../test/hostile/fingerprint.js'
import { hintsFor } from '../../test/hostile/requests.js'
import { examplesOf } from '../../test/hostile/schema.js'
import { aWorld, type Asker, type Place, type World } from '../../test/hostile/world.js'
import { newClientId, outcome, until, Wire } from '../../test/live/wire.js'

let api: TestApi
let world: World
const wires = new Map<string, Wire>()

beforeAll(async () => {
  api = await startTestApi({ live: { operationsPerSecond: 10_000, operationBurst: 10_000 } })
  world = await aWorld(api)
  for (const asker of signedIn()) wires.set(asker.name, await open(asker))
}, 180_000)

afterAll(async () => {
  for (const wire of wires.values()) wire.socket.disconnect()
  await api.stop()
})

const signedIn = () => world.askers.filter(({ actor }) => actor !== null)

interface Cell {
  readonly door: EventDoor
  readonly asker: Asker
  readonly place: Place
}

function cells(): readonly Cell[] {
  return events().flatMap((door) =>
    signedIn().flatMap((asker) => world.places.map((place) => ({ door, asker, place }))),
  )
}

const expected = ({ door, asker: { actor }, place }: Cell) =>
  actor ? expectedInPlan(door.event === 'look' ? 'plan.look' : door.action, actor, place) : 'not-signed-in'

async function open({ audience, cookie }: Asker): Promise<Wire> {
  const origin = api.config.origins[audience][0] ?? ''
  const wire = new Wire(origin, { origin, cookie })
  await until(() => wire.socket.connected)
  return wire
}

/** Says it as the event's own schema wants it; what answers nothing is followed by a question that is answered. */
async function say({ door, asker, place }: Cell): Promise<string> {
  const wire = wires.get(asker.name)
  if (!wire) throw new Error('nobody is there')
  const hints = { ...hintsFor(place, ''), have: [null], field: ['statement'], changes: [[[0, 'a']]] }
  const [message] = examplesOf(door.schema, hints)
  if (door.event !== 'look' && door.event !== 'leave') return outcome(await wire.say(door.event, message))
  wire.socket.emit(door.event, message)
  const nowhere = { plan: newClientId(), clientId: newClientId(), have: null, snapshot: true }
  return `then ${outcome(await wire.say('join', nowhere))}`
}

describe('who may say what, in every plan', () => {
  it('[FT1] the matrix has a row for every event of the wire, and each of them a handler', () => {
    expect(
      events()
        .map(({ event }) => event)
        .sort(),
    ).toEqual(Object.keys(CLIENT_EVENTS).sort())
    const size = cells().length
    process.stdout.write(
      `authorization matrix: ${events().length} events × ${signedIn().length} askers × ${world.places.length} places = ${size} cells, ` +
        `${cells().filter((cell) => expected(cell) === 'open').length} of them open; signed out, no socket opens\n`,
    )
  })

  it('[FT2] [S1] somebody who is signed out opens no socket to say anything with', async () => {
    for (const audience of ['console', 'portal'] as const) {
      const origin = api.config.origins[audience][0] ?? ''
      const wire = new Wire(origin, { origin })
      const failed = await new Promise((resolve) => wire.socket.once('connect_error', () => resolve('shut')))
      expect(failed).toBe('shut')
      wire.socket.disconnect()
    }
  })

  it('[FT2] whoever may not is told the rule’s own code, peers hear nothing of them, and nothing changes', async () => {
    const before = await fingerprint(api.owner)
    const wrong: string[] = []
    for (const cell of cells()) {
      const code = expected(cell)
      if (code === 'open') continue
      const isSilent = cell.door.event === 'look' || cell.door.event === 'leave'
      const said = await say(cell)
      if (said !== (isSilent ? 'then not-found' : code))
        wrong.push(`${cell.door.event} · ${cell.asker.name} · ${cell.place.name}: ${said}, not ${code}`)
    }
    expect(wrong).toEqual([])
    expect(await fingerprint(api.owner)).toEqual(before)
    const overheard = [...wires.values()].flatMap(({ heard }) =>
      heard.filter(({ event }) => event === 'looked'),
    )
    expect(overheard).toEqual([])
  }, 180_000)

  it('[FT3] whoever may is answered', async () => {
    const order = ['join', 'text', 'command', 'look', 'leave']
    const all = cells().filter((cell) => expected(cell) === 'open')
    const wrong: string[] = []
    for (const cell of [...all].sort((a, b) => order.indexOf(a.door.event) - order.indexOf(b.door.event))) {
      const said = await say(cell)
      const isIn = { join: /^joined/, text: /^accepted/, command: /^accepted/, look: /^then/, leave: /^then/ }
      if (!isIn[cell.door.event].test(said))
        wrong.push(`${cell.door.event} · ${cell.asker.name} · ${cell.place.name}: ${said}`)
    }
    expect(wrong).toEqual([])
    // Somebody who joined and looked was seen by the others, as who they are.
    const looked = [...wires.values()].flatMap(({ heard }) => heard.filter(({ event }) => event === 'looked'))
    expect(looked.length).toBeGreaterThan(0)
    // What was stored stirs those who may read it, and nobody else. (PU2)
    const stirred = signedIn().flatMap((asker) =>
      (wires.get(asker.name)?.heard ?? []).flatMap(({ event, message }) =>
        event === 'stirred' && 'caseId' in message ? [{ asker, caseId: message.caseId }] : [],
      ),
    )
    expect(stirred.length).toBeGreaterThan(0)
    const mayRead = ({ asker: { actor }, caseId }: (typeof stirred)[number]) => {
      const place = world.places.find((one) => one.caseId === caseId)
      return actor !== null && place !== undefined && expectedInPlan('plan.read', actor, place) === 'open'
    }
    expect(stirred.filter((one) => !mayRead(one)).map(({ asker }) => asker.name)).toEqual([])
  }, 180_000)
})
