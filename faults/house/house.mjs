import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Journal } from '../people/journal.mjs'
import { Tab } from '../people/tab.mjs'
import { keepProcess } from './process.mjs'

/** @import { Random } from '../random.mjs' */
/** @import { Case, Person } from './furnish.mjs' */
/** @import { Ground, Plot } from './ground.mjs' */
/** @import { HouseProcess } from './process.mjs' */
/** @import { Note } from '../people/journal.mjs' */
/** @import { ComeBack } from '../people/wire.mjs' */

/** Bounds of the live plan that are other than they ship: rates are not what is tried here. Printed by `npm run nemesis`. */
export const LIMITS = {
  operationsPerSecond: 10_000,
  operationBurst: 10_000,
  socketsPerAddress: 1_000,
  socketsPerPerson: 1_000,
  checkpointEvery: 8,
  rightsAge: 300,
  roundTime: 300,
}

/**
 * What one seed plays on: processes over one database, and the people who write.
 *
 * @typedef {object} House
 * @property {Ground} ground
 * @property {Plot} plot
 * @property {readonly HouseProcess[]} processes
 * @property {boolean} hasRedis
 * @property {readonly Seat[]} seats
 * @property {(person: Person, plan: Case, random: Random, at?: readonly HouseProcess[]) => Seat} seat somebody opens a
 *   plan, at any process or at these
 * @property {() => Promise<boolean>} isUp resolves when all processes answer; false when they don't
 * @property {() => Promise<void>} leave everybody closes their tabs
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Seat
 * @property {Tab} tab
 * @property {Person} person
 * @property {Case} case
 * @property {() => Promise<readonly Note[]>} journal closes it
 */

/**
 * @typedef {object} HouseWanted
 * @property {string} name
 * @property {number} processes
 * @property {string | null} [planted]
 * @property {number} [doubles]
 * @property {boolean} [withRedis] the processes tell each other by Redis, where there is one
 * @property {ComeBack} [comeBack] how tabs connect again
 */

/** What a start may take at most on a machine that does other things as well, in ms. */
const UP_WITHIN = 120_000

/**
 * @param {Ground} ground
 * @param {HouseWanted} wanted
 * @returns {Promise<House>}
 */
export async function openHouse(ground, wanted) {
  const { name, processes: many, planted = null, doubles = 0.05, withRedis = false, comeBack } = wanted
  const redisUrl = withRedis && ground.redis ? ground.redis.url : null
  const plot = await ground.plot(name)
  const { cluster } = ground
  const journals = path.join(plot.dataDir, 'journals')
  mkdirSync(journals)
  const database = { url: cluster.address(plot.database), port: cluster.port }
  const processes = await Promise.all(
    Array.from({ length: many }, (_, at) => {
      const log = path.join(plot.dataDir, `api-${at}.log`)
      return keepProcess({ name, dataDir: plot.dataDir, log, planted, limits: LIMITS, redisUrl, database })
    }),
  )
  /** @type {Seat[]} */
  const seats = []
  const leave = async () => seats.forEach(({ tab }) => tab.close())
  return {
    ground,
    plot,
    processes,
    hasRedis: redisUrl !== null,
    seats,
    seat: (person, of, random, at = processes) => {
      const journal = new Journal(path.join(journals, `${seats.length}.jsonl`))
      const origins = at.map((process) => process.origins[person.audience])
      const tab = new Tab({ person, plan: of.plan, origins, journal, random, doubles, comeBack })
      const seat = { tab, person, case: of, journal: () => journal.close() }
      seats.push(seat)
      return seat
    },
    isUp: async () => (await Promise.all(processes.map((one) => one.becomesReady(UP_WITHIN)))).every(Boolean),
    leave,
    close: async () => {
      await leave()
      await Promise.all(processes.map((one) => one.stop()))
      await plot.clear()
    },
  }
}
