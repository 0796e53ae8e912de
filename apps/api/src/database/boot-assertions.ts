import { StartFailure } from '../config/start-failure.js'
import { message } from '../messages/message.js'

const OLDEST = 160_000
const MUST_BE_ON = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

/** Asks the database for a setting, as it is for whoever asks. */
export type AskSetting = (name: string) => Promise<string>

/** What is asked for one setting; its name is the only parameter. */
export const SETTING = 'SELECT current_setting($1) AS value'

/**
 * Refuses a database that could lose what was acknowledged.
 * @returns warnings, as sentences for the operator
 */
export async function assertDurable(setting: AskSetting): Promise<readonly string[]> {
  const version = Number(await setting('server_version_num'))
  if (version < OLDEST) {
    throw new StartFailure('start.database-too-old', { version: Math.floor(version / 10_000) })
  }
  await assertKeeps(setting)
  if ((await setting('data_checksums')) === 'on') return []
  return [message('start.database-no-checksums')]
}

/** The same of what differs by who asks: a role or a database may have settings of its own. */
export async function assertKeeps(setting: AskSetting): Promise<void> {
  for (const name of MUST_BE_ON) {
    if ((await setting(name)) === 'off') throw new StartFailure('start.database-not-durable', { name })
  }
}
