import { setTimeout as sleep } from 'node:timers/promises'
import { ChangeSet } from '@codemirror/state'
import { uuidV7 } from '@accord/domain/ids'
import { textAt } from '@accord/domain/plan/plan'
import { changePart } from '../house/asking.mjs'
import { CANARY, doOneThing } from '../people/writer.mjs'
import { killAt } from '../storm/kinds.mjs'

/** @import { House, Seat } from '../house/house.mjs' */
/** @import { HouseProcess } from '../house/process.mjs' */
/** @import { Random } from '../random.mjs' */

/** @typedef {(house: House, random: Random) => Promise<void>} Scene what provokes one bug, and does no harm without it */

/** What a scene is nothing without has to come, however busy the machine is; in ms. */
const COMES_WITHIN = 120_000
/** What a bug may keep from coming is not waited for longer, in ms. */
const MAY_COME_WITHIN = 10_000
const LONG = 3_900
/** Of so many long texts more waits for a slow reader than the dropping bug lets wait, and less than cuts them off. */
const LONG_TEXTS = 40

/**
 * @param {House} house
 * @returns {HouseProcess}
 */
function firstOf({ processes: [process] }) {
  if (!process) throw new Error('a house has a process')
  return process
}

/**
 * Everybody writes, and nothing else, until told to stop.
 *
 * @param {House} house
 * @param {Random} random
 * @returns {() => Promise<void>}
 */
function beginWriting({ seats }, random) {
  let isOver = false
  const write = async (/** @type {Seat} */ { tab }, /** @type {Random} */ own) => {
    while (!isOver) {
      doOneThing(tab, own)
      await sleep(own.between(5, 40))
    }
  }
  const writing = seats.map((seat, at) => write(seat, random.stream(`${at}`)))
  return async () => {
    isOver = true
    await Promise.all(writing)
  }
}

/**
 * Waits until something is so: by what was done, and not by the clock, so that a busy machine plays the same scene.
 *
 * @param {() => boolean} isSo
 * @param {string} what
 */
async function mustCome(isSo, what) {
  const end = Date.now() + COMES_WITHIN
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`the scene was not played: ${what} never came`)
    await sleep(5)
  }
}

/** @param {() => boolean} isSo */
async function mayCome(isSo) {
  const end = Date.now() + MAY_COME_WITHIN
  while (!isSo() && Date.now() < end) await sleep(5)
}

/**
 * @param {readonly Seat[]} seats
 * @param {number} more
 * @returns {() => boolean} whether so many more acknowledgements have come
 */
function acknowledged(seats, more) {
  const count = () => seats.reduce((sum, { tab }) => sum + tab.acknowledged, 0)
  const wanted = count() + more
  return () => count() >= wanted
}

/**
 * @param {House} house
 * @param {number} more
 */
const written = ({ seats }, more) => mustCome(acknowledged(seats, more), `${more} acknowledgements`)

/**
 * @param {House} house
 * @param {number} more
 */
const goOn = ({ seats }, more) => mayCome(acknowledged(seats, more))

/** The process ends just before a commit of which nothing may have been said to anybody. @type {Scene} */
export async function killBeforeCommit(house, random) {
  const stop = beginWriting(house, random)
  await written(house, 60)
  if (!(await killAt(firstOf(house), 'before-commit', 3, COMES_WITHIN))) throw new Error('nobody committed')
  await goOn(house, 20)
  await stop()
}

/** @type {Scene} */
export async function killWhileWriting(house, random) {
  const stop = beginWriting(house, random)
  await written(house, 100)
  firstOf(house).signal('SIGKILL')
  await goOn(house, 20)
  await stop()
}

/** @type {Scene} */
export async function justWrite(house, random) {
  const stop = beginWriting(house, random)
  await written(house, 80)
  await stop()
}

/** The way to the database is slow, so that several people's operations go in one commit. @type {Scene} */
export async function writeOverSlowStorage(house, random) {
  const { storageLink } = firstOf(house)
  storageLink.become({ delay: 25 })
  const stop = beginWriting(house, random)
  await goOn(house, 80)
  storageLink.become({})
  await stop()
}

/** The way to the database is cut while commits are on it. @type {Scene} */
export async function loseStorage(house, random) {
  const { storageLink } = firstOf(house)
  const stop = beginWriting(house, random)
  await written(house, 60)
  storageLink.become({ holdsUp: true })
  // Somebody of every plan waits for an answer: their commit is on the way that is cut.
  await mustCome(() => everyPlan(house, ({ tab }) => tab.state.sent), 'an operation on its way')
  await sleep(300)
  storageLink.reset()
  storageLink.become({})
  await goOn(house, 20)
  await stop()
}

/** @type {Scene} */
export async function crashPostgres(house, random) {
  const { cluster } = house.ground
  const stop = beginWriting(house, random)
  await written(house, 100)
  await cluster.crash('SIGQUIT')
  await cluster.start()
  await goOn(house, 20)
  await stop()
}

/** Somebody's part ends while they write, and their process isn't told. @type {Scene} */
export async function endPartUnheard(house, random) {
  const { administrator, cases } = house.ground.clinic
  const [of] = cases
  if (!of) throw new Error('a clinic has a case')
  const stop = beginWriting(house, random)
  await written(house, 100)
  const person = of.clients[1]
  const theirs = house.seats.filter((seat) => seat.person === person)
  const ended = await changePart(firstOf(house), { administrator, of, person }, 'end', COMES_WITHIN)
  if (ended === null || ended >= 300) throw new Error(`the part did not end: ${ended ?? 'no answer'}`)
  const more = acknowledged(theirs, 5)
  await mayCome(() => theirs.every(({ tab }) => tab.isBarred) || more())
  await stop()
}

/**
 * @param {House} house
 * @param {(seat: Seat) => boolean} isSo
 */
function everyPlan({ seats, ground }, isSo) {
  return ground.clinic.cases.every((of) => seats.some((seat) => seat.case === of && isSo(seat)))
}

/** Somebody reads nothing while much is written, and nothing after it. @type {Scene} */
export async function readTooSlowly(house) {
  const [of] = house.ground.clinic.cases
  const writer = house.seats.find(({ case: own, person }) => own === of && person.audience === 'portal')
  if (!writer) throw new Error('somebody writes')
  const process = firstOf(house)
  const goal = /** @type {any} */ (uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
  writer.tab.command({ name: 'goal.add', goal, kind: 'change', title: CANARY })
  await settled(writer)
  // The practitioner is connected to the console's port, whoever writes to the portal's.
  const clog = (/** @type {boolean} */ isClogged) =>
    process.life().order({ fault: 'clog', port: process.ports.console, isClogged })
  clog(true)
  for (let round = 0; round < LONG_TEXTS; round++) await replaceAll(writer, goal, round)
  clog(false)
}

/**
 * @param {Seat} seat
 * @param {any} goal
 * @param {number} round
 */
async function replaceAll({ tab }, goal, round) {
  const place = /** @type {const} */ ({ goal, field: 'statement' })
  const length = (tab.shown && textAt(tab.shown, place)?.text.length) ?? 0
  const insert = `${CANARY}${round} `.repeat(LONG).slice(0, LONG)
  tab.edit(place, ChangeSet.of({ from: 0, to: length, insert }, length))
  await settled(/** @type {Seat} */ ({ tab }))
}

/** @param {Pick<Seat, 'tab'>} seat */
async function settled({ tab }) {
  const end = Date.now() + MAY_COME_WITHIN
  while (!tab.isSettled && Date.now() < end) await new Promise(setImmediate)
}
