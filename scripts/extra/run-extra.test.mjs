import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { messages } from '../messages.mjs'
import { suites } from '../suites.mjs'
import { EXTRAS, runEach, wantedOf } from './run-extra.mjs'

/** @import { Extra } from './run-extra.mjs' */

/** @type {Extra} */
const good = { name: 'good', lacks: null, run: () => Promise.resolve('all came back') }
/** @type {Extra} */
const bad = { name: 'bad', lacks: null, run: () => Promise.reject(new Error('one is missing')) }
/** @type {Extra} */
const rootless = { name: 'rootless', lacks: messages.extraNeedsRoot(), run: () => assert.fail('it ran') }

/** @param {Extra[]} extras */
async function running(...extras) {
  /** @type {string[]} */
  const said = []
  const code = await runEach(extras, (line) => void said.push(line))
  return { code, said }
}

describe('npm run test:extra', () => {
  it('[HO24] is a success where all of it ran', async () => {
    const { code, said } = await running(good)
    assert.deepEqual(
      [code, said],
      [0, [messages.extraRan('good', 'all came back'), messages.extraTotal(1, 0, 0)]],
    )
  })

  it('[HO24] names what can’t run, runs the rest, and is no success', async () => {
    const { code, said } = await running(rootless, good)
    assert.equal(code, 1)
    assert.equal(said[0], messages.extraNotRun('rootless', messages.extraNeedsRoot()))
    assert.equal(said.at(-1), messages.extraTotal(1, 0, 1))
  })

  it('[HO24] is no success where one failed, or nothing was asked for that there is', async () => {
    assert.equal((await running(bad, good)).code, 1)
    assert.equal((await running()).code, 1)
  })

  it('[HO24] runs what is named, and says which names there are for one that is nobody’s', () => {
    assert.deepEqual(
      wantedOf(['herd', 'redis']).map(({ name }) => name),
      ['herd', 'redis'],
    )
    assert.deepEqual(wantedOf([]), EXTRAS)
    assert.throws(() => wantedOf(['disc-full']), {
      message: messages.unknownSuite('disc-full', 'orphans, herd, disk-full, redis'),
    })
  })

  it('[HO24] has what the specification names, and npm test none of it', () => {
    assert.deepEqual(
      EXTRAS.map(({ name }) => name),
      ['orphans', 'herd', 'disk-full', 'redis'],
    )
    for (const { name } of EXTRAS) assert.ok(suites.every((suite) => suite.name !== name))
  })
})
