import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../postgres/server.mjs'

/**
 * An embedded PostgreSQL for one run, on a port and a directory of its own, gone afterwards.
 *
 * @returns {Promise<{ url: string, remove: () => Promise<void> }>}
 */
export async function throwawayPostgres() {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-test-'))
  // Root hands the cluster to another user, who has to pass through.
  chmodSync(folder, 0o711)
  const inside = (/** @type {string} */ name) => path.join(folder, name)
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    const server = await startPostgres({
      directory: inside('postgres'),
      secretsDir: inside('secrets'),
      logsDir: inside('logs'),
    })
    const remove = async () => {
      await server.stop()
      forget()
    }
    return { url: server.url, remove }
  } catch (thrown) {
    forget()
    throw thrown
  }
}
