import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import { ensureWrappingKey, wrappingKeys } from '../history/wrapping-key.js'
import { message } from '../messages/message.js'
import { appDriver } from './app-driver.js'
import { appPassword } from './app-password.js'
import { assertDurable, assertKeeps, SETTING, type AskSetting } from './boot-assertions.js'
import { appAddress, ownerDataSource, type DatabaseSettings } from './data-source.js'
import { sqlStateOf } from './failures.js'

/** Any number that is ours: processes that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_107_311

/** A backup of an owner who is no superuser lifts it for its time, and may be killed meanwhile. (BR2) */
const FORCE_ROW_LEVEL_SECURITY = `
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    AND relrowsecurity AND NOT relforcerowsecurity AND pg_has_role(relowner, 'USAGE')
  LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$`

/**
 * Makes the database ready for the application: refuses one that could lose words, runs what migrations are
 * missing, gives the application's role its password. Called before anything listens.
 * @returns warnings, as sentences for the operator
 */
export async function migrate(settings: DatabaseSettings): Promise<readonly string[]> {
  const owner = ownerDataSource(settings.databaseUrl)
  await owner.initialize()
  try {
    const warnings = await assertDurable(asOwner(owner))
    await runMigrations(owner)
    await owner.query(FORCE_ROW_LEVEL_SECURITY)
    await ensureAppSignsIn(owner, settings)
    // Whoever stores what people write is another role than the owner, and may have settings of its own.
    await asApp(settings, assertKeeps)
    return wrappingKeys(settings.dataDir).length > 1
      ? [...warnings, message('start.rotation-unfinished')]
      : warnings
  } finally {
    await owner.destroy()
  }
}

async function runMigrations(owner: DataSource): Promise<void> {
  const lock = owner.createQueryRunner()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await owner.runMigrations()
  } finally {
    // The lock ends with its connection, whatever happened meanwhile.
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK])
    await lock.release()
  }
}

async function ensureAppSignsIn(owner: DataSource, settings: DatabaseSettings): Promise<void> {
  if (!(await appSignsIn(settings))) await changeAppPassword(owner, settings.dataDir)
}

/** The password of the newest wrapping key, for the role that belongs to the whole server. (KR5) */
export async function changeAppPassword(owner: Asked, dataDir: string): Promise<void> {
  const password = appPassword(ensureWrappingKey(dataDir).key)
  for (let attempt = 1; ; attempt++) {
    try {
      await owner.query(`ALTER ROLE accord_app PASSWORD ${pg.escapeLiteral(password)}`)
      return
    } catch (error) {
      // Roles are the cluster's: a process of another database sets the same row at the same time.
      if (sqlStateOf(error) !== 'XX000' || attempt > 20) throw error
      await sleep(20 * attempt)
    }
  }
}

/** Whoever is asked as the owner. */
interface Asked {
  query(sql: string): Promise<unknown>
}

async function appSignsIn(settings: DatabaseSettings): Promise<boolean> {
  try {
    await asApp(settings, () => Promise.resolve())
    return true
  } catch (error) {
    if (sqlStateOf(error) === '28P01') return false
    throw error
  }
}

function asOwner(owner: DataSource): AskSetting {
  return async (name) => valueOf(await owner.query<Setting[]>(SETTING, [name]))
}

async function asApp(settings: DatabaseSettings, what: (ask: AskSetting) => Promise<void>): Promise<void> {
  const pool = new (appDriver(settings.dataDir).Pool)({ connectionString: appAddress(settings), max: 1 })
  pool.on('error', () => undefined)
  try {
    const client = await pool.connect()
    await what(async (name) => valueOf((await client.query<Setting>(SETTING, [name])).rows)).finally(() =>
      client.release(),
    )
  } finally {
    await pool.end()
  }
}

interface Setting {
  readonly value: string
}

function valueOf([row]: readonly Setting[]): string {
  return row?.value ?? ''
}
