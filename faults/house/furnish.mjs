import { createHash, randomBytes } from 'node:crypto'
import { partOfApi } from '../inside/around.mjs'

/**
 * Run as a program of its own: makes the schema and one clinic in an empty database, with people who are signed in,
 * and prints who they are. Every seed begins with a copy of it.
 *
 * @typedef {object} Person
 * @property {string} id
 * @property {'console' | 'portal'} audience
 * @property {string} cookie
 *
 * @typedef {object} Case
 * @property {string} id
 * @property {string} plan
 * @property {readonly [Person, Person]} clients
 *
 * @typedef {object} Clinic
 * @property {string} id
 * @property {Person} administrator
 * @property {Person} practitioner a party of every case
 * @property {readonly Case[]} cases
 */

const CASES = 3
/** In ms: longer than any run, so that no seed begins signed out. */
const LASTS = 24 * 60 * 60 * 1_000

const { readConfig } = await partOfApi('config/config')
const { ownerDataSource } = await partOfApi('database/data-source')
const { createLogger } = await partOfApi('http/logging')
const { Clock } = await partOfApi('config/clock')
const { newUuid } = await partOfApi('history/new-uuid')
const { PlanOpening } = await partOfApi('plan/plan-opening')
const { start } = await partOfApi('start')

const config = readConfig(process.env)
const logger = createLogger({ write: (/** @type {string} */ line) => void process.stderr.write(line) })
const running = await start(config, { logger, clock: new Clock(), say: () => undefined })
const owner = await ownerDataSource(config.databaseUrl).initialize()
const clinic = newUuid(Date.now())
await owner.query(`INSERT INTO clinic (clinic_id, name, demo) VALUES ($1, 'Nemesis', true)`, [clinic])
const administrator = await addPerson('console', ['administrator'])
const practitioner = await addPerson('console', ['practitioner'])
/** @type {Case[]} */
const cases = []
for (let at = 0; at < CASES; at++) cases.push(await addCase())
await owner.destroy()
await running.stop()
process.stdout.write(JSON.stringify({ id: clinic, administrator, practitioner, cases }))
process.exit(0)

/** @returns {Promise<Case>} */
async function addCase() {
  const id = newUuid(Date.now())
  const clients = /** @type {const} */ ([await addPerson('portal', []), await addPerson('portal', [])])
  await owner.query(
    `INSERT INTO clinic_case (case_id, clinic_id, discipline, opened_at) VALUES ($1, $2, 'counselling', now())`,
    [id, clinic],
  )
  const parties = [
    { person: practitioner.id, relation: 'practitioner' },
    ...clients.map((client) => ({ person: client.id, relation: 'client' })),
  ]
  for (const { person, relation } of parties) {
    await owner.query(
      'INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, now())',
      [clinic, id, person, relation],
    )
  }
  const opening = { clinic, case: id, parties, at: Date.now(), by: administrator.id }
  return { id, plan: await running.app.get(PlanOpening).open(opening), clients }
}

/**
 * @param {Person['audience']} audience
 * @param {readonly string[]} roles
 * @returns {Promise<Person>}
 */
async function addPerson(audience, roles) {
  const id = newUuid(Date.now())
  await owner.query(`INSERT INTO person (person_id, email, name) VALUES ($1, $2, 'Somebody')`, [
    id,
    `${id}@example.org`,
  ])
  await owner.query('INSERT INTO membership (clinic_id, person_id, roles) VALUES ($1, $2, $3)', [
    clinic,
    id,
    roles,
  ])
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  const signIn = [newUuid(Date.now()), clinic, id, audience, hash, new Date(Date.now() + LASTS)]
  await owner.query(
    `INSERT INTO sign_in (sign_in_id, clinic_id, person_id, audience, token_hash, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, now(), now(), $6)`,
    signIn,
  )
  return { id, audience, cookie: `accord_${audience}=${token}` }
}
