import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../scripts/postgres/server.mjs'

/**
 * Runs a PostgreSQL of its own, as `npm start` would start it, while something is measured.
 *
 * @template Result
 * @param {(server: { url: string, pid: number }) => Promise<Result>} act
 * @returns {Promise<Result>}
 */
export async function withPostgres(act) {
  const home = mkdtempSync(path.join(tmpdir(), 'accord-bench-postgres-'))
  const [directory, secretsDir, logsDir] = ['postgres', 'secrets', 'logs'].map((name) =>
    path.join(home, name),
  )
  const server = await startPostgres({
    directory: directory ?? '',
    secretsDir: secretsDir ?? '',
    logsDir: logsDir ?? '',
  })
  try {
    return await act(server)
  } finally {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
