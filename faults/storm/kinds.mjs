import { setTimeout as sleep } from 'node:timers/promises'
import { CRASH_POINTS } from '../inside/crash-points.mjs'
import { changePart } from '../house/asking.mjs'

/** @import { House } from '../house/house.mjs' */
/** @import { HouseProcess } from '../house/process.mjs' */
/** @import { Random } from '../random.mjs' */

/**
 * @typedef {'apiKills' | 'postgresCrashes' | 'partitions' | 'others'} Counted
 *
 * @typedef {object} Kind something that goes wrong, and is over when its promise resolves
 * @property {number} weight how often, among the others
 * @property {Counted} counts
 * @property {'redis'} [needs] what a house has to have for it
 * @property {(house: House, random: Random) => Promise<void>} strike
 */

/** Points that only come by while a process is asked to stop. */
const AT_STOPPING = Object.keys(CRASH_POINTS).filter((name) => name.endsWith('drain'))
const AT_WORK = Object.keys(CRASH_POINTS).filter((name) => !AT_STOPPING.includes(name))
/** In ms: a point that nobody came by until then is given up, and the process is killed where it is. */
const COMES_BY_WITHIN = 400
const HOUR = 60 * 60 * 1_000

/** The weights are those of the plan for this harness; in a house without Redis its share falls away. (NF2) @type {Readonly<Record<string, Kind>>} */
export const KINDS = {
  'api-kill': { weight: 13, counts: 'apiKills', strike: kill },
  'api-crash-point': { weight: 12, counts: 'apiKills', strike: killAtPoint },
  'api-drain': { weight: 4, counts: 'others', strike: drain },
  'postgres-immediate': { weight: 10, counts: 'postgresCrashes', strike: (house) => crash(house, 'SIGQUIT') },
  'postgres-kill': { weight: 5, counts: 'postgresCrashes', strike: (house) => crash(house, 'SIGKILL') },
  'api-freeze': { weight: 5, counts: 'others', strike: freezeApi },
  'postgres-freeze': { weight: 5, counts: 'others', strike: freezePostgres },
  'clients-partition': { weight: 10, counts: 'partitions', strike: partitionClients },
  'storage-partition': { weight: 10, counts: 'partitions', strike: partitionStorage },
  delay: { weight: 6, counts: 'others', strike: delay },
  reset: { weight: 6, counts: 'others', strike: reset },
  trickle: { weight: 3, counts: 'others', strike: trickle },
  'slow-reader': { weight: 5, counts: 'others', strike: slowReader },
  clock: { weight: 5, counts: 'others', strike: jumpClock },
  'redis-kill': { weight: 3, counts: 'others', needs: 'redis', strike: killRedis },
  'redis-freeze': { weight: 2, counts: 'others', needs: 'redis', strike: freezeRedis },
  'part-ends': { weight: 8, counts: 'others', strike: endPart },
}

/** @type {Kind['strike']} */
async function kill({ processes }, random) {
  random.pick(processes).signal('SIGKILL')
  await Promise.resolve()
}

/** @type {Kind['strike']} */
async function killAtPoint({ processes }, random) {
  const process = random.pick(processes)
  await killAt(process, random.pick(AT_WORK), random.between(1, 4), COMES_BY_WITHIN)
}

/**
 * Ends a process where it comes by a point, or wherever it is when it doesn't in time.
 *
 * @param {HouseProcess} process
 * @param {string} point
 * @param {number} times
 * @param {number} patience in ms
 * @returns {Promise<boolean>} whether it was at the point
 */
export async function killAt(process, point, times, patience) {
  const life = process.life()
  life.order({ fault: 'arm', point, times })
  if (AT_STOPPING.includes(point)) process.signal('SIGTERM')
  // Ended by a signal, which has no exit code: it was there.
  const isThere = life.ended.then((code) => code === null)
  if (await Promise.race([isThere, sleep(patience).then(() => false)])) return true
  life.signal('SIGKILL')
  return false
}

/** @type {Kind['strike']} */
async function drain({ processes }, random) {
  const process = random.pick(processes)
  if (process.isReady()) process.signal('SIGTERM')
  await Promise.resolve()
}

/**
 * @param {House} house
 * @param {'SIGQUIT' | 'SIGKILL'} signal
 */
async function crash({ ground: { cluster } }, signal) {
  await cluster.crash(signal)
  await cluster.start()
}

/** @type {Kind['strike']} */
async function freezeApi({ processes }, random) {
  const life = random.pick(processes).life()
  life.signal('SIGSTOP')
  await sleep(random.between(200, 1_500))
  life.signal('SIGCONT')
}

/** @type {Kind['strike']} */
async function freezePostgres({ ground: { cluster } }, random) {
  cluster.freeze(true)
  await sleep(random.between(200, 1_500))
  cluster.freeze(false)
}

/** @type {Kind['strike']} */
async function killRedis({ ground }) {
  await ground.redis?.kill()
}

/** @type {Kind['strike']} */
async function freezeRedis({ ground }, random) {
  ground.redis?.freeze(true)
  await sleep(random.between(200, 2_500))
  ground.redis?.freeze(false)
}

/**
 * Nothing gets through, in one direction or both; then it does, or the connections are found broken.
 *
 * @param {readonly import('../house/proxy.mjs').Proxy[]} links
 * @param {Random} random
 */
async function partition(links, random) {
  const [holdsUp, holdsDown] = random.pick([
    [true, true],
    [true, false],
    [false, true],
  ])
  for (const link of links) link.become({ holdsUp: holdsUp === true, holdsDown: holdsDown === true })
  await sleep(random.between(200, 1_800))
  if (random.chance(0.4)) for (const link of links) link.reset()
  for (const link of links) link.become({})
}

/** @type {Kind['strike']} */
async function partitionClients({ processes }, random) {
  await partition(random.pick(processes).clientLinks, random)
}

/** @type {Kind['strike']} */
async function partitionStorage({ processes }, random) {
  await partition([random.pick(processes).storageLink], random)
}

/**
 * @param {House} house
 * @param {Random} random
 */
function someLink({ processes }, random) {
  const process = random.pick(processes)
  return random.pick([...process.clientLinks, process.storageLink])
}

/** @type {Kind['strike']} */
async function delay(house, random) {
  const link = someLink(house, random)
  link.become({ delay: random.pick([5, 50, 300, 2_000]) })
  await sleep(random.between(300, 1_500))
  link.become({})
}

/** @type {Kind['strike']} */
async function reset(house, random) {
  someLink(house, random).reset()
  await Promise.resolve()
}

/** @type {Kind['strike']} */
async function trickle(house, random) {
  const link = someLink(house, random)
  link.become({ trickle: random.between(1, 200) })
  await sleep(random.between(300, 1_200))
  link.become({})
}

/** @type {Kind['strike']} */
async function slowReader({ seats }, random) {
  const { tab } = random.pick(seats)
  tab.readSlowly(true)
  await sleep(random.between(500, 2_000))
  tab.readSlowly(false)
}

/**
 * Back by an hour, or forward by less than signs people out.
 *
 * @type {Kind['strike']}
 */
async function jumpClock({ processes }, random) {
  const life = random.pick(processes).life()
  life.order({ fault: 'clock', by: random.pick([-HOUR, -2_000, 2_000, HOUR / 10]) })
  await sleep(random.between(300, 1_500))
  life.order({ fault: 'clock', by: 0 })
}

/**
 * Somebody's part in a case ends while they write, and begins again.
 *
 * @type {Kind['strike']}
 */
async function endPart(house, random) {
  const { processes, ground, seats } = house
  const { administrator, cases } = ground.clinic
  const of = random.pick(cases)
  const whose = { administrator, of, person: of.clients[1] }
  const ended = await changePart(random.pick(processes), whose, 'end')
  await sleep(random.between(100, 800))
  if (ended === null) return
  await changePart(random.pick(processes), whose, 'begin')
  for (const { tab, person } of seats) if (person.id === whose.person.id) tab.return()
}
