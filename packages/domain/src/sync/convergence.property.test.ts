import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from '../history/content.js'
import { foldLog } from '../plan/fold.js'
import { textAt } from '../plan/plan.js'
import { shownPlan } from './shown.js'
import { LOG } from './testing/model-server.js'
import {
  connect,
  cut,
  deliver,
  newWorld,
  PLACE,
  reload,
  restartServer,
  send,
  serve,
  settle,
  takeBack,
  type,
  type World,
} from './testing/model-world.js'

const SCHEDULES = Number(process.env.ACCORD_SCHEDULES ?? 10_000)
const SEED = Number(process.env.ACCORD_SEED ?? Date.now() % 2 ** 31)

const writer = fc.nat(2)
const words = fc.constantFrom('a', 'b', ' slept', 'x\ny', '', '😀', 'e\u0301')
const happening = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constant('type' as const), writer, fc.nat(1000), fc.nat(1000), words) },
  { weight: 6, arbitrary: fc.tuple(fc.constant('send' as const), writer) },
  { weight: 6, arbitrary: fc.tuple(fc.constant('serve' as const), writer, fc.nat(3), fc.boolean()) },
  { weight: 6, arbitrary: fc.tuple(fc.constant('deliver' as const), writer, fc.boolean()) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('undo' as const), writer, fc.boolean()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('cut' as const), writer) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('connect' as const), writer) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('reload' as const), writer) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('restart' as const)) },
)
type Happening = typeof happening extends fc.Arbitrary<infer What> ? What : never

function happen(world: World, what: Happening): void {
  world.clock += 200
  if (what[0] === 'restart') {
    restartServer(world)
    return
  }
  const who = world.writers[what[1]]
  if (!who) throw new Error('no such writer')
  switch (what[0]) {
    case 'type':
      type(world, who, what[2], what[3], what[4])
      break
    case 'send':
      send(who)
      break
    case 'serve':
      serve(world, who, what[2], what[3])
      break
    case 'deliver':
      deliver(world, who, what[2])
      break
    case 'undo':
      takeBack(world, who, what[2])
      break
    case 'cut':
      cut(who)
      break
    case 'connect':
      if (who.state.link === 'offline') connect(world, who)
      break
    case 'reload':
      reload(world, who)
      break
  }
}

describe('three people writing one goal', () => {
  it(`[LP9] all hold the same words in the end, whatever the network did (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 5, maxLength: 60 }), (happenings) => {
        const world = newWorld(3)
        for (const what of happenings) happen(world, what)
        settle(world)
        const server = canonicalJson(world.server.staging.plan)
        expect(canonicalJson(foldLog(LOG, world.server.entries))).toBe(server)
        for (const person of world.writers) {
          expect(canonicalJson(person.state.confirmed)).toBe(server)
          const shown = shownPlan(person.state, 0)
          expect(person.editor).toBe(shown && textAt(shown, PLACE)?.text)
          expect(person.state.refused.filter((no) => no.code !== 'bad-character')).toEqual([])
        }
      }),
      { numRuns: SCHEDULES, seed: SEED },
    )
  })
})
