import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { deliver, newWorld, send, serve, settle, typeOn } from './testing/model-world.js'

const SEED = Number(process.env.ACCORD_SEED ?? Date.now() % 2 ** 31)
const who = fc.nat(1)
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('type' as const), who) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('send' as const), who) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('serve' as const), who) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('deliver' as const), who) },
)

it(`[LP9] two people who type at one place at once each keep their words together (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 10, maxLength: 80 }), (happenings) => {
      const world = newWorld(2)
      for (const [what, number] of happenings) {
        world.clock += 30
        const writer = world.writers[number]
        if (!writer) throw new Error('no such writer')
        switch (what) {
          case 'type':
            typeOn(world, writer, number === 0 ? 'a' : 'b')
            break
          case 'send':
            send(writer)
            break
          case 'serve':
            serve(world, writer, 0, false)
            break
          case 'deliver':
            deliver(world, writer, false)
            break
        }
      }
      settle(world)
      expect(world.writers[0]?.editor).toBe(world.writers[1]?.editor)
      expect(world.writers[0]?.editor).toMatch(/^(a*b*|b*a*)$/)
    }),
    { numRuns: 3_000, seed: SEED },
  )
})
