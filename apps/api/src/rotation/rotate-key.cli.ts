import 'reflect-metadata'
import { readConfig, type Config } from '../config/config.js'
import { openLoneClient } from '../database/lone-client.js'
import { changeAppPassword } from '../database/migrate.js'
import { operatorAddress } from '../database/operator-address.js'
import { message } from '../messages/message.js'
import { startFailureOf } from '../start-failure-of.js'
import { rotateKeys, type Rotated, type RotationStep } from './rotate-keys.js'
import { RotationFailure } from './rotation-failure.js'

/** Any number that is ours: whoever rotates a house's keys does it alone. */
const ROTATION_LOCK = 4_107_312
/** How many keys are moved between two lines that say so. */
const TOLD_EVERY = 500

const say = (line: string) => void process.stdout.write(`${line}\n`)

process.exitCode = await main()

/** 0 when one key wraps everything, 1 when two are left, 2 when it could not be asked for. (KR10) */
async function main(): Promise<number> {
  if (process.argv.length > 2) {
    process.stderr.write(`${message('rotate.usage')}\n`)
    return 2
  }
  const databaseUrl = operatorAddress(process.env)
  if (!databaseUrl) return 2
  const config = readConfig({ ...process.env, DATABASE_URL: databaseUrl })
  try {
    const { number, moved, isResumed } = await rotated(config)
    say(message(isResumed ? 'rotate.finished' : 'rotate.done', { number, keys: moved }))
    say(message('rotate.back-up'))
    return 0
  } catch (error) {
    const { message: sentence } = error instanceof RotationFailure ? error : startFailureOf(error, config)
    process.stderr.write(`${sentence}\n`)
    if (process.env.ACCORD_DEBUG) console.error(error)
    return 1
  }
}

/** The lock ends with its connection, however this process ends. */
async function rotated({ databaseUrl, dataDir }: Config): Promise<Rotated> {
  const owner = await openLoneClient({ connectionString: databaseUrl, application_name: 'accord-rotation' })
  try {
    const { rows } = await owner.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
      ROTATION_LOCK,
    ])
    if (!rows[0]?.mine) throw new RotationFailure('rotate.busy')
    return await rotateKeys({
      ...{ dataDir, now: Date.now(), reached: tell },
      changePassword: () => changeAppPassword(owner, dataDir),
    })
  } finally {
    await owner.end()
  }
}

function tell(step: RotationStep, moved: number, all: number): void {
  if (step === 'made') say(message('rotate.begun', { keys: all }))
  if (step === 'left' && moved % TOLD_EVERY === 0) say(message('rotate.moved', { moved, keys: all }))
}
