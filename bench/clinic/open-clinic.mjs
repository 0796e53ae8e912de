import 'reflect-metadata'
import { createHash, randomBytes } from 'node:crypto'
import { NestFactory } from '@nestjs/core'
import { AppModule } from '../../apps/api/dist/app.module.js'
import { readConfig } from '../../apps/api/dist/config/config.js'
import { migrate } from '../../apps/api/dist/database/migrate.js'
import { newUuid } from '../../apps/api/dist/history/new-uuid.js'
import { createLogger } from '../../apps/api/dist/http/logging.js'
import { LivePlanService } from '../../apps/api/dist/live-plan/live-plan.service.js'
import { PlanOpening } from '../../apps/api/dist/plan/plan-opening.js'

/** @import { Pool } from 'pg' */

/**
 * @typedef {object} OpenedPlan a case with a practitioner and a client who are signed in, and one goal without words
 * @property {string} clinic
 * @property {string} case
 * @property {string} log
 * @property {string} goal
 * @property {[string, string]} tokens
 * @property {[string, string]} clients the tabs' ids
 */

/** Cases that are opened at the same time. */
const AT_ONCE = 8

const QUIETLY = /** @type {{ logger: false }} */ ({ logger: false })

/**
 * Does something with the product's own code, beside any server.
 *
 * @template Result
 * @param {Record<string, string>} env
 * @param {(context: import('@nestjs/common').INestApplicationContext) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function withProduct(env, act) {
  const config = readConfig(env)
  await migrate(config)
  const logger = createLogger({ write: (/** @type {string} */ line) => void process.stderr.write(line) })
  logger.level = 'error'
  const context = await NestFactory.createApplicationContext(AppModule.with(config, logger), QUIETLY)
  try {
    return await act(context)
  } finally {
    await context.close()
  }
}

/**
 * Makes a clinic with so many cases, by the product's own code as far as anything is history.
 *
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database as its owner
 * @param {number} plans
 * @returns {Promise<OpenedPlan[]>}
 */
export async function openClinic(context, database, plans) {
  const clinic = await makeClinic(database)
  /** @type {OpenedPlan[]} */
  const opened = []
  for (let from = 0; from < plans; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, plans - from) }, () =>
      openPlan(context, database, clinic),
    )
    opened.push(...(await Promise.all(some)))
  }
  return opened
}

/** @typedef {{ id: any, administrator: any }} Clinic */

/**
 * @param {Pool} database
 * @returns {Promise<Clinic>}
 */
export async function makeClinic(database) {
  const id = newUuid(Date.now())
  await database.query("INSERT INTO clinic (clinic_id, name, demo) VALUES ($1, 'Bench', true)", [id])
  return { id, administrator: await makePerson(database, id, ['administrator']) }
}

/**
 * @param {Pool} database
 * @param {string} clinic
 * @param {string[]} roles
 */
export async function makePerson(database, clinic, roles) {
  const person = newUuid(Date.now())
  await database.query(
    `WITH made AS (INSERT INTO person (person_id, email, name) VALUES ($1, $2, 'Somebody'))
     INSERT INTO membership (clinic_id, person_id, roles) VALUES ($3, $1, $4)`,
    [person, `${person}@example.org`, clinic, roles],
  )
  return person
}

/**
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {Pool} database
 * @param {Clinic} clinic
 * @returns {Promise<OpenedPlan>}
 */
async function openPlan(context, database, { id: clinic, administrator }) {
  const practitioner = await makePerson(database, clinic, ['practitioner'])
  const client = await makePerson(database, clinic, [])
  const caseId = newUuid(Date.now())
  await database.query(
    `WITH opened AS (INSERT INTO clinic_case (case_id, clinic_id, discipline, opened_at)
       VALUES ($1, $2, 'counselling', now()))
     INSERT INTO case_party (clinic_id, case_id, person_id, relation, since)
       VALUES ($2, $1, $3, 'practitioner', now()), ($2, $1, $4, 'client', now())`,
    [caseId, clinic, practitioner, client],
  )
  /** @type {any} */
  const parties = [
    { person: practitioner, relation: 'practitioner' },
    { person: client, relation: 'client' },
  ]
  const opening = { clinic, case: /** @type {any} */ (caseId), parties, at: Date.now(), by: administrator }
  const log = await context.get(PlanOpening).open(opening)
  const goal = await addGoal(context, /** @type {any} */ ({ clinic, person: practitioner, log }))
  const tokens = [
    await signIn(database, clinic, practitioner, 'console'),
    await signIn(database, clinic, client, 'portal'),
  ]
  const clients = [newUuid(Date.now()), newUuid(Date.now())]
  return /** @type {any} */ ({ clinic, case: caseId, log, goal, tokens, clients })
}

/**
 * @param {import('@nestjs/common').INestApplicationContext} context
 * @param {{ clinic: any, person: any, log: any }} where
 */
async function addGoal(context, { clinic, person, log }) {
  const goal = /** @type {any} */ (newUuid(Date.now()))
  const actor = /** @type {const} */ ({ person, clinic, audience: 'console', roles: ['practitioner'] })
  const clientId = /** @type {any} */ (newUuid(Date.now()))
  const command = /** @type {const} */ ({ name: 'goal.add', goal, kind: 'change', title: 'Sleep' })
  const answer = await context.get(LivePlanService).submit(actor, { plan: log, clientId, op: 1, command })
  if ('refused' in answer) throw new Error(`a goal was refused: ${answer.refused}`)
  return goal
}

/**
 * A sign-in straight in the database: how fast passwords are checked is not what is measured here.
 *
 * @param {Pool} database
 * @param {string} clinic
 * @param {string} person
 * @param {'console' | 'portal'} audience
 */
export async function signIn(database, clinic, person, audience) {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token, 'utf8').digest()
  await database.query(
    `INSERT INTO sign_in (sign_in_id, clinic_id, person_id, audience, token_hash, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now(), now(), now() + interval '12 hours')`,
    [newUuid(Date.now()), clinic, person, audience, hash],
  )
  return token
}
