import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../api.js'
import { hunt } from './hunt.js'
import { aWorld, type World } from './world.js'

const MUTANTS = Number(process.env.ACCORD_HOSTILE_MUTANTS || 5_000)
const SEED = Number(process.env.ACCORD_HOSTILE_SEED || Date.now() % 2 ** 31)
const HOUR = 3_600_000

let api: TestApi
let world: World

beforeAll(async () => {
  api = await startTestApi({
    limits: { attemptsPerAccount: 1e9, attemptsPerAddress: 1e9 },
    live: { operationsPerSecond: 1e6, operationBurst: 1e6, looksPerSecond: 1e6, socketsPerPerson: 100 },
  })
  world = await aWorld(api)
}, 60_000)
afterAll(() => api.stop())

describe('hostile input', () => {
  it(
    '[FT4] [Y2] [A3] whatever is sent is taken by the strict schema and the rules, or refused with a known code',
    async () => {
      const { flaws, bugs, ...hunted } = await hunt(api, world, MUTANTS, SEED)
      const report = { ...hunted, flaws: flaws.length, bugs: bugs.length }
      process.stdout.write(`hostile: ${JSON.stringify(report)}\n`)
      if (process.env.ACCORD_HOSTILE_REPORT)
        writeFileSync(process.env.ACCORD_HOSTILE_REPORT, JSON.stringify({ ...report, flaws, bugs }))
      expect({ seed: SEED, flaws: flaws.slice(0, 20), bugs: bugs.slice(0, 5) }).toEqual({
        seed: SEED,
        flaws: [],
        bugs: [],
      })
      expect(hunted.accepted).toBeGreaterThan(0)
    },
    HOUR,
  )
})
