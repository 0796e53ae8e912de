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

/** No scene waits longer for anything, in ms. */
const WITHIN = 10_000
/** Bytes that a link and the systems below it may swallow before anything waits in the server. */
const SWALLOWED = 8 * 1024 * 1024
const LONG = 3_900

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
 * Waits for so many more acknowledgements: by what was done, and not by the clock, so that a busy machine plays the
 * same scene.
 *
 * @param {House} house
 * @param {number} more
 */
async function acknowledged({ seats }, more) {
  const count = () => seats.reduce((sum, { tab }) => sum + tab.acknowledged, 0)
  const [wanted, end] = [count() + more, Date.now() + WITHIN]
  while (count() < wanted && Date.now() < end) await sleep(5)
}

/** The process ends just before a commit of which nothing may have been said to anybody. @type {Scene} */
export async function killBeforeCommit(house, random) {
  const stop = beginWriting(house, random)
  await acknowledged(house, 60)
  await killAt(firstOf(house), 'before-commit', 3, WITHIN)
  await acknowledged(house, 20)
  await stop()
}

/** @type {Scene} */
export async function killWhileWriting(house, random) {
  const stop = beginWriting(house, random)
  await acknowledged(house, 100)
  firstOf(house).signal('SIGKILL')
  await acknowledged(house, 20)
  await stop()
}

/** @type {Scene} */
export async function justWrite(house, random) {
  const stop = beginWriting(house, random)
  await acknowledged(house, 80)
  await stop()
}

/** The way to the database is slow, so that several people's operations go in one commit. @type {Scene} */
export async function writeOverSlowStorage(house, random) {
  const { storageLink } = firstOf(house)
  storageLink.become({ delay: 25 })
  const stop = beginWriting(house, random)
  await acknowledged(house, 80)
  storageLink.become({})
  await stop()
}

/** The way to the database is cut while commits are on it. @type {Scene} */
export async function loseStorage(house, random) {
  const { storageLink } = firstOf(house)
  const stop = beginWriting(house, random)
  await acknowledged(house, 60)
  storageLink.become({ holdsUp: true })
  await sleep(300)
  storageLink.reset()
  storageLink.become({})
  await acknowledged(house, 20)
  await stop()
}

/** @type {Scene} */
export async function crashPostgres(house, random) {
  const { cluster } = house.ground
  const stop = beginWriting(house, random)
  await acknowledged(house, 100)
  await cluster.crash('SIGQUIT')
  await cluster.start()
  await acknowledged(house, 20)
  await stop()
}

/** Somebody's part ends while they write, and their process isn't told. @type {Scene} */
export async function endPartUnheard(house, random) {
  const { administrator, cases } = house.ground.clinic
  const [of] = cases
  if (!of) throw new Error('a clinic has a case')
  const stop = beginWriting(house, random)
  await acknowledged(house, 100)
  await changePart(firstOf(house), { administrator, of, person: of.clients[1] }, 'end')
  await acknowledged(house, 150)
  await stop()
}

/** Somebody reads nothing while much is written, and nothing after it. @type {Scene} */
export async function readTooSlowly(house) {
  const [of] = house.ground.clinic.cases
  const writer = house.seats.find(({ case: own, person }) => own === of && person.audience === 'portal')
  // The practitioner comes by the console's link, whoever writes by the portal's.
  const [consoleLink] = firstOf(house).clientLinks
  if (!writer || !consoleLink) throw new Error('somebody writes and somebody reads')
  const goal = /** @type {any} */ (uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
  writer.tab.command({ name: 'goal.add', goal, kind: 'change', title: CANARY })
  await settled(writer)
  consoleLink.become({ holdsDown: true })
  for (let told = 0; told < SWALLOWED; told += 3 * LONG) await replaceAll(writer, goal, told)
  consoleLink.become({})
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
  const end = Date.now() + WITHIN
  while (!tab.isSettled && Date.now() < end) await new Promise(setImmediate)
}
