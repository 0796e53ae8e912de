import { randomBytes } from 'node:crypto'
import { ChangeSet } from '@codemirror/state'
import { wordingHash } from '@accord/domain/goal/wording'
import { uuidV7 } from '@accord/domain/ids'
import { goalsInOrder, textAt } from '@accord/domain/plan/plan'

/** @import { Goal } from '@accord/domain/goal/goal' */
/** @import { TextPlace } from '@accord/domain/goal/field' */
/** @import { Random } from '../random.mjs' */
/** @import { Tab } from './tab.mjs' */

/** Every word that is written begins with this; no log may hold it. (I11) */
export const CANARY = 'qzvx'

const MOST_GOALS = 6
const MOST_STEPS = 4
const LONGEST = 360

let words = 0

/** @returns {string} a word that nobody wrote before */
function word() {
  words += 1
  return `${CANARY}${words.toString(36)} `
}

const newId = () => /** @type {any} */ (uuidV7(Date.now(), randomBytes(10)))

/** What people do, and how often. @type {readonly (readonly [number, (tab: Tab, goal: Goal, random: Random) => void])[]} */
const DOINGS = [
  [58, write],
  [12, strike],
  [4, (tab, goal) => tab.undo(statementOf(goal))],
  [6, answer],
  [4, move],
  [2, (tab, goal) => tab.command({ name: 'goal.setAside', goal: goal.id, reason: word() })],
  [3, (tab, goal) => tab.command({ name: 'goal.takeUp', goal: goal.id })],
  [3, addStep],
  [3, doStep],
  [2, comment],
  [1, restore],
]

/**
 * Somebody does one thing, if there is anything to do it to.
 *
 * @param {Tab} tab
 * @param {Random} random
 */
export function doOneThing(tab, random) {
  const plan = tab.shown
  if (!plan || tab.isBarred) return
  const goals = goalsInOrder(plan)
  if (goals.length === 0 || (goals.length < MOST_GOALS && random.chance(0.03))) {
    tab.command({ name: 'goal.add', goal: newId(), kind: 'change', title: word().trim() })
    return
  }
  random.weighted(DOINGS)(tab, random.pick(goals), random)
}

/** @param {Goal} goal @returns {TextPlace} */
const statementOf = (goal) => ({ goal: goal.id, field: 'statement' })

/**
 * @param {Tab} tab
 * @param {Goal} goal
 * @param {Random} random
 * @returns {TextPlace}
 */
function somePlace(tab, goal, random) {
  const isClient = tab.person.audience === 'portal'
  return { goal: goal.id, field: isClient && random.chance(0.2) ? 'why' : 'statement' }
}

/** @type {(typeof DOINGS)[number][1]} */
function write(tab, goal, random) {
  const place = somePlace(tab, goal, random)
  const length = lengthOf(tab, place)
  if (length > LONGEST) strike(tab, goal, random)
  else tab.edit(place, ChangeSet.of({ from: random.between(0, length), insert: word() }, length))
}

/** @type {(typeof DOINGS)[number][1]} */
function strike(tab, goal, random) {
  const place = statementOf(goal)
  const length = lengthOf(tab, place)
  if (length === 0) return
  const from = random.between(0, length - 1)
  const to = Math.min(length, from + (length > LONGEST ? LONGEST / 2 : random.between(1, 12)))
  tab.edit(place, ChangeSet.of({ from, to }, length))
}

/** @type {(typeof DOINGS)[number][1]} */
function answer(tab, goal, random) {
  const seq = tab.state.position?.seq ?? 0
  const wording = wordingHash(goal.id, goal.statement.text)
  const given = random.pick(/** @type {const} */ (['agree', 'agree', 'agree', 'not-yet', 'differently']))
  tab.command({ name: 'agreement.answer', goal: goal.id, answer: given, wording, readAt: seq, reason: null })
}

/** @type {(typeof DOINGS)[number][1]} */
function move(tab, goal, random) {
  const others = (tab.shown?.order ?? []).filter((id) => id !== goal.id)
  const after = others.length > 0 && random.chance(0.7) ? random.pick(others) : null
  tab.command({ name: 'goal.move', goal: goal.id, after })
}

/** @type {(typeof DOINGS)[number][1]} */
function addStep(tab, goal) {
  if (goal.steps.length >= MOST_STEPS) return
  tab.command({ name: 'step.add', goal: goal.id, step: newId(), text: word() })
}

/** @type {(typeof DOINGS)[number][1]} */
function doStep(tab, goal, random) {
  if (goal.steps.length === 0) return
  const step = random.pick(goal.steps)
  tab.command({ name: 'step.done', goal: goal.id, step: step.id, done: step.done === null })
}

/** @type {(typeof DOINGS)[number][1]} */
function comment(tab, goal) {
  if (goal.comments.length > 20) return
  tab.command({ name: 'comment.add', goal: goal.id, comment: newId(), text: word(), asks: false })
}

/** @type {(typeof DOINGS)[number][1]} */
function restore(tab, goal, random) {
  const last = tab.state.position?.seq ?? 0
  const to = random.between(Math.max(0, last - 20), last)
  tab.command({ name: 'wording.restore', ...statementOf(goal), field: 'statement', to })
}

/**
 * @param {Tab} tab
 * @param {TextPlace} place
 */
function lengthOf(tab, place) {
  const plan = tab.shown
  return (plan && textAt(plan, place)?.text.length) ?? 0
}
