import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The owner's address for a command: as given, or that of the embedded server that runs; null with a sentence told. */
export function operatorAddress(env: NodeJS.ProcessEnv): string | null {
  if (env.DATABASE_URL) return env.DATABASE_URL
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..')
  const asked = spawnSync(process.execPath, [path.join(root, 'scripts/db-url.mjs')], { encoding: 'utf8' })
  if (asked.status === 0) return asked.stdout.trim()
  process.stderr.write(asked.stderr)
  return null
}
