import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { layGround } from './house/ground.mjs'
import { houseInTurn, readOptions } from './options.mjs'
import { herd } from './proof/herd.mjs'
import { crashMigrations } from './proof/migrations.mjs'
import { sweep } from './proof/sweep.mjs'
import { randomFrom } from './random.mjs'
import { runSeed } from './seed.mjs'
import { planStorm } from './storm/storm.mjs'

/** @import { Ground } from './house/ground.mjs' */

/** In seconds: with the healing and the checks a seed takes about twice as long. */
const SECONDS = 4
/** @type {readonly { seed: string, processes: number, why: string }[]} */
const PINNED = JSON.parse(readFileSync(new URL('pinned-seeds.json', import.meta.url), 'utf8'))
/** Every operation comes by there; the others by `npm run nemesis -- --sweep`. */
const ACCEPT_PATH = ['after-stage', 'before-commit', 'after-commit']

/** @type {Ground} */
let ground
before(async () => {
  ground = await layGround()
})
after(() => ground.remove())

describe('the schedule', () => {
  it('[NF2] is decided by the seed alone, and kills in every one of them', () => {
    const planned = (/** @type {string} */ seed) => planStorm(randomFrom(seed), 6)
    assert.deepEqual(planned('a'), planned('a'))
    assert.notDeepEqual(planned('a'), planned('b'))
    for (const seed of ['a', 'b', 'c']) {
      const kinds = planned(seed).map(({ kind }) => kind)
      assert.ok(kinds.filter((kind) => kind.startsWith('api-')).length >= 3)
      assert.ok(kinds.some((kind) => kind.startsWith('postgres-')))
    }
  })

  it('[NF1] [NF6] plays on houses of one, two and three processes, of which every other one has Redis', () => {
    const houses = Array.from({ length: 8 }, (_, at) => houseInTurn(at))
    assert.deepEqual(
      houses.map(({ processes }) => processes),
      [2, 1, 3, 1, 2, 1, 3, 1],
    )
    assert.deepEqual(
      houses.map(({ withRedis }) => withRedis),
      [false, false, true, false, true, false, false, false],
    )
  })

  it('[NF1] takes only options that it knows', () => {
    assert.deepEqual(readOptions(['--seed', 'x', '--processes', '2']).seeds, ['x'])
    assert.equal(readOptions(['--processes', '3']).processes, 3)
    assert.throws(() => readOptions(['--processes', '4']), TypeError)
    assert.throws(() => readOptions(['--seeds', 'many']), TypeError)
    assert.throws(() => readOptions(['--sead', 'x']), TypeError)
  })
})

describe('a house under faults', () => {
  for (const [at, { seed, processes, why }] of PINNED.entries()) {
    it(`[NF3] [NF7] keeps every promise under seed ${seed}: ${why}`, async () => {
      const outcome = await runSeed(ground, { name: `pinned_${at}`, seed, seconds: SECONDS, processes })
      assert.deepEqual(outcome.violations, [])
      assert.ok(outcome.acknowledged > 0)
    })
  }

  it('[NF4] [FT13] makes the whole schema after a start that was killed in the middle of its migrations', async () => {
    const places = [{ point: 'before-migration', times: 12 }]
    assert.deepEqual(await crashMigrations(ground, places), [
      { at: 'before-migration 12', wasReached: true, isWhole: true },
    ])
  })

  it('[NF4] loses nothing at any point of the accept path at which its process may end', async () => {
    const { violations, acknowledged } = await sweep(ground, 'sweep', ACCEPT_PATH)
    assert.deepEqual(violations, [])
    assert.ok(acknowledged > 0)
  })

  it('[FT15] has 60 tabs back, with everything, that lost their server at once and typed on', async () => {
    const { violations, acknowledged } = await herd(ground, { name: 'herd', many: 60 })
    assert.deepEqual(violations, [])
    assert.ok(acknowledged >= 60)
  })
})
