import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Audience } from '@accord/domain/access/subject'
import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import type { DataSource } from 'typeorm'
import { Clock } from '../../config/clock.js'
import { CHECKPOINTS, readConfig, type Config } from '../../config/config.js'
import { ownerDataSource } from '../../database/data-source.js'
import { newUuid } from '../../history/new-uuid.js'
import { ensureWrappingKey, keyDirectory, wrappingKeyFile, writeDurably } from '../../history/wrapping-key.js'
import { createLogger } from '../../http/logging.js'
import { Passwords } from '../../identity/passwords.js'
import { PlanOpening } from '../../plan/plan-opening.js'
import { start, type Running } from '../../start.js'
import type { LiveLimits } from '../limits.js'
import { freePort } from './free-port.js'
import type { Address } from './live-client.js'

/** The whole API with a database of its own, and one case of two people who are signed in. */
export interface ThrowAwayHouse {
  readonly running: Running
  readonly clinic: ClinicId
  readonly plan: LogId
  readonly writers: readonly [Address, Address]
  /** How a person opens what was written, in the console. */
  readonly door: Door
  readonly stop: () => Promise<void>
}

/** Where somebody signs in to look at a case, and with what. */
export interface Door {
  readonly address: string
  readonly email: string
  readonly password: string
}

interface Person {
  readonly id: PersonId
  readonly email: string
  readonly audience: Audience
}

/** Starts one beside whatever else uses the PostgreSQL server; nothing of that is touched. */
export async function startThrowAwayHouse(databaseUrl: string, live: LiveLimits): Promise<ThrowAwayHouse> {
  const given = readConfig({ ...process.env, DATABASE_URL: databaseUrl })
  const name = `accord_replay_${randomBytes(6).toString('hex')}`
  await onServer(databaseUrl, `CREATE DATABASE ${name}`)
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  const dataDir = mkdtempSync(path.join(tmpdir(), 'accord-replay-'))
  // The application's role is the whole server's, and its password comes from this key.
  const { key } = ensureWrappingKey(given.dataDir)
  mkdirSync(keyDirectory(dataDir))
  writeDurably(wrappingKeyFile(dataDir), key)
  const ports = { console: await freePort(), portal: await freePort() }
  const origins = {
    console: [`http://127.0.0.1:${ports.console}`],
    portal: [`http://127.0.0.1:${ports.portal}`],
  }
  const config: Config = {
    ...given,
    databaseUrl: url.href,
    dataDir,
    ports,
    origins,
    tls: null,
    demo: false,
    live,
    checkpoints: CHECKPOINTS,
  }
  const logger = createLogger({ write: (line) => void process.stderr.write(line) })
  logger.level = 'error'
  const running = await start(config, { logger, clock: new Clock(), say: () => undefined })
  const stop = async () => {
    await running.stop()
    await onServer(databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    rmSync(dataDir, { recursive: true })
  }
  return { running, stop, ...(await furnishCase(running, config)) }
}

async function furnishCase(running: Running, config: Config) {
  const owner = await ownerDataSource(config.databaseUrl).initialize()
  const password = randomBytes(12).toString('hex')
  const hash = await running.app.get(Passwords).hash(password)
  const clinic = newUuid(Date.now()) as ClinicId
  const caseId = newUuid(Date.now()) as CaseId
  try {
    // A demo clinic's staff sign in by password alone. (ID24)
    await owner.query(`INSERT INTO clinic (clinic_id, name, demo) VALUES ($1, 'Replay', true)`, [clinic])
    const practitioner = await addPerson(owner, clinic, hash, 'console')
    const client = await addPerson(owner, clinic, hash, 'portal')
    await owner.query(
      `INSERT INTO clinic_case (case_id, clinic_id, discipline, opened_at) VALUES ($1, $2, 'counselling', now())`,
      [caseId, clinic],
    )
    const parties = [
      { person: practitioner.id, relation: 'practitioner' as const },
      { person: client.id, relation: 'client' as const },
    ]
    for (const { person, relation } of parties) {
      await owner.query(
        'INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, now())',
        [clinic, caseId, person, relation],
      )
    }
    const opening = { clinic, case: caseId, parties, at: Date.now(), by: practitioner.id }
    const plan = await running.app.get(PlanOpening).open(opening)
    const writers = [
      await signIn(config, practitioner, password),
      await signIn(config, client, password),
    ] as const
    const origin = config.origins.console[0] ?? ''
    const door = { address: `${origin}/clients/${caseId}`, email: practitioner.email, password }
    return { clinic, plan, writers, door }
  } finally {
    await owner.destroy()
  }
}

/** Staff here is everything at once; the case opens with whoever is an administrator. */
async function addPerson(
  owner: DataSource,
  clinic: ClinicId,
  hash: string,
  audience: Audience,
): Promise<Person> {
  const id = newUuid(Date.now()) as PersonId
  const email = `${id}@example.org`
  const roles = audience === 'console' ? ['practitioner', 'administrator'] : []
  await owner.query('INSERT INTO person (person_id, email, name, password_hash) VALUES ($1, $2, $3, $4)', [
    id,
    email,
    audience === 'console' ? 'First Writer' : 'Second Writer',
    hash,
  ])
  await owner.query('INSERT INTO membership (clinic_id, person_id, roles) VALUES ($1, $2, $3)', [
    clinic,
    id,
    roles,
  ])
  return { id, email, audience }
}

async function signIn(config: Config, { email, audience }: Person, password: string): Promise<Address> {
  const origin = config.origins[audience][0] ?? ''
  const answer = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`signing in was answered ${answer.status}`)
  return { origin, cookie }
}

async function onServer(databaseUrl: string, sql: string): Promise<void> {
  const owner = await ownerDataSource(databaseUrl).initialize()
  try {
    await owner.query(sql)
  } finally {
    await owner.destroy()
  }
}
