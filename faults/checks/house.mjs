import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CANARY } from '../people/writer.mjs'
import { violation } from './invariants.mjs'

/** @import { House } from '../house/house.mjs' */
/** @import { Violation } from './invariants.mjs' */
/** @import { Measured } from '../inside/preload.mjs' */

/** Connections that the application's pool keeps, and a little for whatever is just closing. */
const POOL = 10
const HANDLES = POOL + 6
/** In ms. */
const SETTLES_WITHIN = 15_000
const MEGABYTE = 1024 * 1024
/** What an API process may keep beyond what it began with: caches, and memory that the collector has not given back. */
const MEMORY = 160 * MEGABYTE

/**
 * The processes and their logs, when everybody has left: I10, I11, I12.
 *
 * @param {House} house
 * @param {{ base: readonly (Measured | null)[], postgresLogFrom: number }} before
 * @returns {Promise<readonly Violation[]>}
 */
export async function checkHouse(house, { base, postgresLogFrom }) {
  const { processes, ground } = house
  const resources = await settled(house, base)
  const postgresLog = readFileSync(ground.cluster.log).subarray(postgresLogFrom).toString()
  const logs = logsOf(house)
  return [
    ...resources,
    ...[postgresLog, ...logs].flatMap((log, at) =>
      log.includes(CANARY)
        ? [violation('I11', at === 0 ? 'PostgreSQL’s log' : `the log of process ${at - 1}`)]
        : [],
    ),
    ...logs.flatMap((log) => bugsIn(log).map((line) => violation('I12', line))),
    ...processes.flatMap(({ troubles }) => troubles().map((trouble) => violation('I12', trouble))),
    ...(await alarms(house)),
  ]
}

/**
 * What each process said last.
 *
 * @param {House} house
 */
export function lastLines(house) {
  return logsOf(house).map((log) => log.trimEnd().split('\n').at(-1) ?? '')
}

/** @param {House} house */
function logsOf({ processes, plot }) {
  return processes.map((_, at) => readFileSync(path.join(plot.dataDir, `api-${at}.log`), 'utf8'))
}

/**
 * What closes takes a moment; what stays after it, stays.
 *
 * @param {House} house
 * @param {readonly (Measured | null)[]} base
 */
async function settled(house, base) {
  const end = Date.now() + SETTLES_WITHIN
  for (;;) {
    const found = [...(await checkProcesses(house, base)), ...(await checkConnections(house))]
    if (found.length === 0 || Date.now() > end) return found
    await sleep(50)
  }
}

/**
 * @param {House} house
 * @param {readonly (Measured | null)[]} base
 */
async function checkProcesses({ processes }, base) {
  const now = await Promise.all(processes.map((process) => process.life().measure()))
  return now.flatMap((measured, at) => {
    const first = base[at]
    if (!measured || !first) return []
    const more = measured.handles - first.handles
    const memory = measured.rss - first.rss
    const megabytes = Math.round(memory / MEGABYTE)
    return [
      ...(more > HANDLES ? [violation('I10', `process ${at} keeps ${more} more handles`)] : []),
      ...(memory > MEMORY ? [violation('I10', `process ${at} keeps ${megabytes} MB more`)] : []),
    ]
  })
}

/** @param {House} house */
async function checkConnections({ ground, plot, processes }) {
  const [{ open }] = await ground.cluster.ask(
    'postgres',
    `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = $1 AND usename = 'accord_app'`,
    [plot.database],
  )
  const most = processes.length * POOL
  return open > most ? [violation('I10', `${open} connections to the database, ${most} at most`)] : []
}

/** @param {string} log */
function bugsIn(log) {
  return log.split('\n').flatMap((line) => {
    if (!line.includes('"event":"bug"')) return []
    const { name, code, at } = JSON.parse(line)
    return [`a bug was logged: ${name} ${code ?? ''} ${placesIn(at ?? []).join(' < ')}`]
  })
}

/** Lines of a stack that are our own. @param {readonly string[]} stack */
function placesIn(stack) {
  return stack
    .flatMap((line) => /at (?:async )?(\S+) .*?\/apps\/api\/dist\//.exec(line)?.[1] ?? [])
    .slice(0, 4)
}

/**
 * A plan that was set apart, though nobody altered anything.
 *
 * @param {House} house
 */
async function alarms({ ground, plot }) {
  /** @type {{ seq: number, reason: string }[]} */
  const raised = await ground.cluster.ask(
    plot.database,
    `SELECT seq::float8, reason FROM alert WHERE kind = 'history-broken'`,
  )
  return raised.map(({ seq, reason }) => violation('I4', `a plan was set apart at entry ${seq}: ${reason}`))
}
