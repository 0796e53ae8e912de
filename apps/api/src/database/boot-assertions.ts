import type { DataSource } from 'typeorm'
import { StartFailure } from '../config/start-failure.js'
import { message } from '../messages/message.js'

const OLDEST = 160_000
const MUST_BE_ON = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

/**
 * Refuses a database that could lose what was acknowledged.
 * @returns warnings, as sentences for the operator
 */
export async function assertDurable(owner: DataSource): Promise<readonly string[]> {
  const version = Number(await setting(owner, 'server_version_num'))
  if (version < OLDEST) {
    throw new StartFailure('start.database-too-old', { version: Math.floor(version / 10_000) })
  }
  for (const name of MUST_BE_ON) {
    const value = await setting(owner, name)
    if (value === 'off') throw new StartFailure('start.database-not-durable', { name })
  }
  if ((await setting(owner, 'data_checksums')) === 'on') return []
  return [message('start.database-no-checksums')]
}

async function setting(owner: DataSource, name: string): Promise<string> {
  const rows: { value: string }[] = await owner.query('SELECT current_setting($1) AS value', [name])
  return rows[0]?.value ?? ''
}
