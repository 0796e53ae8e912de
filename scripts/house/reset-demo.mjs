import { rmSync } from 'node:fs'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'
import { clientFor, requireDatabase } from '../postgres/database-url.mjs'
import { stopPostgres } from '../postgres/server.mjs'
import { readSettings } from '../settings.mjs'
import { releaseLock, takeLock } from './lock.mjs'

/**
 * Takes away what the database holds and the keys and checkpoints that belong to it, so that the next start fills it anew. Never
 * under a running house, and never a clinic's own records without being told twice. [HO19]
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} args
 */
export async function resetDemo(env, args) {
  const settings = readSettings(env)
  const reason = reasonToAsk(settings)
  if (reason !== null && !args.includes('--yes')) throw new PlainFailure(messages.resetNeedsYes(reason))
  await takeLock(settings.dataDir, console.log)
  try {
    if (settings.databaseUrl === null) await removeCluster(settings)
    else await emptyDatabase(settings.databaseUrl)
    // After the database: keys without a log are litter, a log without its keys is lost.
    rmSync(settings.keysDir, { recursive: true, force: true })
    // Checkpoints of logs that are gone would contradict the new ones for ever.
    for (const place of settings.checkpoints) rmSync(place, { recursive: true, force: true })
    console.log(messages.resetDone())
  } finally {
    releaseLock(settings.dataDir)
  }
}

/**
 * @param {import('../settings.mjs').Settings} settings
 * @returns {string | null}
 */
function reasonToAsk({ databaseUrl, demo }) {
  if (databaseUrl !== null) return messages.resetReasonUrl()
  return demo ? null : messages.resetReasonReal()
}

/** @param {import('../settings.mjs').Settings} settings */
async function removeCluster({ postgresDir, secretsDir, logsDir }) {
  // Only an orphan can be running here: whoever started one properly holds the lock.
  await stopPostgres({ directory: postgresDir, secretsDir, logsDir })
  rmSync(postgresDir, { recursive: true, force: true })
}

/** @param {string} address */
async function emptyDatabase(address) {
  await requireDatabase(address)
  const client = clientFor(address)
  await client.connect()
  try {
    const { rows: others } = await client.query(
      'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    if (others.length > 0) throw new PlainFailure(messages.resetInUse())
    const { rows: schemas } = await client.query(
      `SELECT quote_ident(nspname) AS name FROM pg_namespace
        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`,
    )
    const drops = schemas.map(({ name }) => `DROP SCHEMA ${String(name)} CASCADE`)
    await client.query(['BEGIN', ...drops, 'CREATE SCHEMA public', 'COMMIT'].join(';'))
  } finally {
    await client.end()
  }
}
