import { createRequire } from 'node:module'
import { around, partOfApi } from './around.mjs'

/**
 * @typedef {object} CrashPoint a place at which the process can be ended as by a power cut
 * @property {string} part the module of the API
 * @property {string} owner the class
 * @property {string} method
 * @property {'before' | 'during' | 'after'} when `during`: what it does has begun and is not over
 * @property {string} [event] only when it tells this
 */

/** @type {(part: string, owner: string, method: string) => Pick<CrashPoint, 'part' | 'owner' | 'method'>} */
const place = (part, owner, method) => ({ part, owner, method })
const hear = place('live-plan/sessions', 'Sessions', 'of')
const operate = place('live-plan/live-plan.service', 'LivePlanService', 'operate')
const stage = place('live-plan/plan-room', 'PlanRoom', 'stage')
const commit = place('live-plan/entry-store', 'EntryStore', 'store')
const apply = place('live-plan/plan-room', 'PlanRoom', 'confirm')
const broadcast = place('live-plan/members', 'Members', 'changed')
const tell = place('live-plan/sessions', 'Sessions', 'tell')
const keepState = place('plan/checkpoint.repository', 'CheckpointRepository', 'keep')
const sign = place('proof/checkpoint-book', 'CheckpointBook', 'write')
const changeParty = place('plan/party-entries', 'PartyEntries', 'append')
const sendHome = place('live-plan/sessions', 'Sessions', 'drain')
const drain = place('live-plan/live-plan.service', 'LivePlanService', 'drain')

/** The way of a keystroke, in its order; then what is not on it. (NF4) @type {Readonly<Record<string, CrashPoint>>} */
export const CRASH_POINTS = {
  'before-validate': { ...hear, when: 'before' },
  'after-validate': { ...operate, when: 'before' },
  'before-stage': { ...stage, when: 'before' },
  'after-stage': { ...stage, when: 'after' },
  'before-commit': { ...commit, when: 'before' },
  'during-commit': { ...commit, when: 'during' },
  'after-commit': { ...commit, when: 'after' },
  'before-live-apply': { ...apply, when: 'before' },
  'before-broadcast': { ...broadcast, when: 'before' },
  'after-broadcast': { ...broadcast, when: 'after' },
  'after-live-apply': { ...apply, when: 'after' },
  'before-ack': { ...tell, when: 'before', event: 'accepted' },
  'after-ack': { ...tell, when: 'after', event: 'accepted' },
  'before-joined': { ...tell, when: 'before', event: 'joined' },
  'before-state-checkpoint': { ...keepState, when: 'before' },
  'during-state-checkpoint': { ...keepState, when: 'during' },
  'before-signed-checkpoint': { ...sign, when: 'before' },
  'after-signed-checkpoint': { ...sign, when: 'after' },
  'before-party-change': { ...changeParty, when: 'before' },
  'after-party-change': { ...changeParty, when: 'after' },
  'before-drain': { ...sendHome, when: 'before' },
  'during-drain': { ...drain, when: 'before' },
  'after-drain': { ...drain, when: 'after' },
}

/** While a database is brought up to date, which only a start does. (NF4) */
export const MIGRATION_POINTS = /** @type {const} */ ([
  'before-migration',
  'after-migration',
  'after-migrations',
])

/** Which point ends this process, and at which time of coming by. @type {{ name: string, left: number } | null} */
let armed = null

/**
 * @param {string} name
 * @param {number} times
 */
export function arm(name, times) {
  armed = { name, left: times }
}

/** @param {string} name */
function comeBy(name) {
  if (armed?.name !== name) return
  armed.left -= 1
  // No handler, no flush, no farewell.
  if (armed.left <= 0) process.kill(process.pid, 'SIGKILL')
}

export async function placeCrashPoints() {
  for (const [name, point] of Object.entries(CRASH_POINTS)) {
    const { [point.owner]: owner } = await partOfApi(point.part)
    around(owner, point.method, (proceed, args) =>
      point.event !== undefined && args[1]?.event !== point.event ? proceed() : pass(name, point, proceed),
    )
  }
}

export async function placeMigrationPoints() {
  const { ownerDataSource } = await partOfApi('database/data-source')
  // What runs on no connection yet: the very classes that a start makes its migrations of.
  for (const migration of ownerDataSource('postgres://127.0.0.1').options.migrations) {
    around(migration, 'up', async (proceed) => {
      comeBy('before-migration')
      await proceed()
      comeBy('after-migration')
    })
  }
  const { DataSource } = createRequire(new URL('../../apps/api/package.json', import.meta.url))('typeorm')
  around(DataSource, 'runMigrations', async (proceed) => {
    const ran = await proceed()
    comeBy('after-migrations')
    return ran
  })
}

/**
 * @param {string} name
 * @param {CrashPoint} point
 * @param {() => any} proceed
 */
function pass(name, { when }, proceed) {
  if (when === 'before') comeBy(name)
  const result = proceed()
  if (when === 'during') setImmediate(() => comeBy(name))
  if (when !== 'after') return result
  if (!(result instanceof Promise)) {
    comeBy(name)
    return result
  }
  return result.then((/** @type {unknown} */ value) => {
    comeBy(name)
    return value
  })
}
