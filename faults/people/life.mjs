import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../random.mjs'
import { doOneThing } from './writer.mjs'

/** @import { House, Seat } from '../house/house.mjs' */
/** @import { Random } from '../random.mjs' */
/** @import { Note } from './journal.mjs' */

/** How long people think between two things, in ms. */
const THINK = { least: 15, most: 120 }
/** Tabs that are opened beside those that everybody begins with. */
const MOST_MORE = 3
const SEATED_WITHIN = 120_000

/** What somebody does with their tab instead of writing, per thing done. @type {readonly (readonly [number, 'write' | 'reload' | 'offline' | 'another'])[]} */
const HABITS = [
  [985, 'write'],
  [6, 'reload'],
  [6, 'offline'],
  [3, 'another'],
]

/**
 * Everybody opens their plan: of each case the practitioner and both clients.
 *
 * @param {House} house
 * @param {Random} random
 */
export async function takeSeats(house, random) {
  const { practitioner, cases } = house.ground.clinic
  for (const of of cases) {
    for (const person of [practitioner, ...of.clients]) {
      house.seat(person, of, random.stream(`${house.seats.length}`))
    }
  }
  if (!(await allLive(house.seats))) throw new Error('nobody could open their plan')
}

/**
 * Somebody opens every plan anew at every process, and so is given that process's own plan whole.
 *
 * @param {House} house
 */
export async function callWitnesses(house) {
  const { practitioner, cases } = house.ground.clinic
  const random = randomFrom('witnesses')
  const witnesses = house.processes.flatMap((process) =>
    cases.map((of) => house.seat(practitioner, of, random, [process])),
  )
  await allLive(witnesses)
}

/** @param {readonly Seat[]} seats */
async function allLive(seats) {
  const end = Date.now() + SEATED_WITHIN
  while (!seats.every(({ tab }) => tab.state.link === 'live')) {
    if (Date.now() > end) return false
    await sleep(10)
  }
  return true
}

/**
 * Everybody writes for a while, and sometimes loads the page anew, loses the network, or opens a second tab.
 *
 * @param {House} house
 * @param {Random} random
 * @param {number} length in ms
 */
export async function liveOn(house, random, length) {
  const end = Date.now() + length
  /** @type {Promise<void>[]} */
  const lives = []
  const begin = (/** @type {Seat} */ seat) => {
    const own = random.stream(`${lives.length}`)
    lives.push(live(house, seat, own, end, begin))
  }
  house.seats.slice().forEach(begin)
  // Whoever opens another tab adds a life while the others are waited for.
  for (let at = 0; at < lives.length; at++) await lives[at]
}

/**
 * @param {House} house
 * @param {Seat} seat
 * @param {Random} random
 * @param {number} end
 * @param {(seat: Seat) => void} begin
 */
async function live(house, seat, random, end, begin) {
  const most = house.ground.clinic.cases.length * 3 + MOST_MORE
  for (;;) {
    await sleep(random.between(THINK.least, THINK.most))
    if (Date.now() > end) return
    switch (random.weighted(HABITS)) {
      case 'write':
        doOneThing(seat.tab, random)
        break
      case 'reload':
        seat.tab.reload()
        break
      case 'offline':
        await typeOffline(seat, random, end)
        break
      case 'another':
        if (house.seats.length < most) begin(house.seat(seat.person, seat.case, random.stream('another')))
    }
  }
}

/**
 * @param {Seat} seat
 * @param {Random} random
 * @param {number} end
 */
async function typeOffline({ tab }, random, end) {
  const back = Math.min(end, Date.now() + random.between(200, 1_500))
  tab.goOffline(true)
  while (Date.now() < back) {
    doOneThing(tab, random)
    await sleep(random.between(THINK.least, THINK.most))
  }
  tab.goOffline(false)
}

/**
 * @param {readonly Seat[]} seats
 * @param {readonly (readonly Note[])[]} journals
 */
export function countEdits(seats, journals) {
  const all = journals.flat()
  const distinct = (/** @type {'sent' | 'accepted'} */ kind) =>
    new Set(all.flatMap((note) => (note.t === kind ? [`${note.client} ${note.op}`] : []))).size
  const edits = seats.reduce((sum, { tab }) => sum + tab.edits, 0)
  return { edits, operations: distinct('sent'), acknowledged: distinct('accepted') }
}
