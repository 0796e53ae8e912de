import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Client } from 'pg'
import type { House } from './house.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/**
 * What an attacker with the database's own keys would do: changes when an entry of a case's plan was stored, with
 * every trigger switched off.
 * @param address a page of the case
 * @returns puts it back
 */
export async function alterEntry(house: House, address: string, seq: number): Promise<() => Promise<void>> {
  const caseId = new URL(address).pathname.split('/')[2]
  const shift = (by: number) =>
    asOwner(house, async (client) => {
      await client.query('SET session_replication_role = replica')
      const { rowCount } = await client.query(
        `UPDATE entry SET at_ms = at_ms + $3
         WHERE seq = $2 AND log_id = (SELECT log_id FROM log WHERE case_id = $1 AND audience = 'plan')`,
        [caseId, seq, by],
      )
      if (rowCount !== 1) throw new Error('there is no such entry to alter')
    })
  await shift(1)
  return () => shift(-1)
}

async function asOwner(house: House, act: (client: Client) => Promise<void>): Promise<void> {
  const environment: NodeJS.ProcessEnv = { ...process.env, ACCORD_DATA_DIR: house.dataDir }
  delete environment.DATABASE_URL
  const { stdout } = await run(process.execPath, ['scripts/db-url.mjs'], { cwd: ROOT, env: environment })
  const client = new Client({ connectionString: stdout.trim() })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
