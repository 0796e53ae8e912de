import path from 'node:path'
import { freePort } from '../../scripts/house/ports.mjs'
import { startApi } from '../house/api-process.mjs'
import { MIGRATION_POINTS } from '../inside/crash-points.mjs'

/** @import { Ground, Plot } from '../house/ground.mjs' */

/**
 * @typedef {object} Migrated
 * @property {string} at the point, and at which time of coming by
 * @property {boolean} wasReached the process ended there
 * @property {boolean} isWhole the next start made the very schema that an undisturbed one makes
 */

/** Of some dozens of migrations one of the first, one in the middle, and a late one. */
const TIMES = [1, 12, 30]

/** @type {readonly { point: string, times: number }[]} */
const EVERYWHERE = MIGRATION_POINTS.flatMap((point) =>
  (point === 'after-migrations' ? [1] : TIMES).map((times) => ({ point, times })),
)

/** Everything that a migration makes, as one letter for letter comparable text. */
const SCHEMA = `SELECT md5(string_agg(part, E'\n' ORDER BY part)) AS schema FROM (
  SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS part
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT concat_ws(' ', tablename, policyname, cmd, qual, with_check) FROM pg_policies
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT concat_ws(' ', table_name, grantee, privilege_type) FROM information_schema.role_table_grants
    WHERE table_schema = 'public'
  UNION ALL SELECT name FROM migrations) AS parts`

/**
 * Ends a process at points of its first start on an empty database, and starts another one on what is left. (FT13)
 *
 * @param {Ground} ground
 * @param {readonly { point: string, times: number }[]} places
 * @returns {Promise<readonly Migrated[]>}
 */
export async function crashMigrations(ground, places = EVERYWHERE) {
  const plot = await ground.plot('migrations')
  /** @type {Migrated[]} */
  const found = []
  try {
    const [{ schema: whole }] = await ground.cluster.ask(plot.database, SCHEMA)
    for (const { point, times } of places) {
      await emptied(ground, plot)
      const end = await startOn(ground, plot, { point, times })
      // Neither killed nor through: it is the harness that doesn't hold, and this says nothing about the product.
      if (end === 'failed') throw new Error(`a start that was to end at ${point} ${times} ended by itself`)
      const isReady = (await startOn(ground, plot, null)) === 'ready'
      const [{ schema }] = await ground.cluster.ask(plot.database, SCHEMA)
      found.push({
        at: `${point} ${times}`,
        wasReached: end === 'killed',
        isWhole: isReady && schema === whole,
      })
    }
  } finally {
    await plot.clear()
  }
  return found
}

/**
 * @param {Ground} ground
 * @param {Plot} plot
 */
async function emptied({ cluster }, { database }) {
  await cluster.ask('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  await cluster.ask('postgres', `CREATE DATABASE ${database}`)
}

/**
 * @param {Ground} ground
 * @param {Plot} plot
 * @param {{ point: string, times: number } | null} armed
 * @returns {Promise<'ready' | 'killed' | 'failed'>}
 */
async function startOn({ cluster }, { database, dataDir }, armed) {
  const ports = { console: await freePort(), portal: await freePort() }
  const life = startApi({
    databaseUrl: cluster.address(database),
    dataDir,
    log: path.join(dataDir, 'migrating.log'),
    ports,
    origins: { console: `http://127.0.0.1:${ports.console}`, portal: `http://127.0.0.1:${ports.portal}` },
    planted: null,
    armed,
    limits: {},
    redisUrl: null,
  })
  const isReady = await life.ready
  life.signal('SIGTERM')
  const code = await life.ended
  if (isReady) return 'ready'
  return code === null ? 'killed' : 'failed'
}
