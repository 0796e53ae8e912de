import 'reflect-metadata'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig, type Config } from '../config/config.js'
import { operatorAddress } from '../database/operator-address.js'
import { message } from '../messages/message.js'
import { backupKeyFile, ensureBackupKey } from './backup-key.js'
import { OPTIONS, readOptions, tellFailure } from './command.js'
import { takeBackup } from './take-backup.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)

process.exitCode = await main()

/** 0 when the backup is there and whole, 1 when there is none, 2 when it could not be asked for. (BR12) */
async function main(): Promise<number> {
  const options = readOptions(() => parseArgs({ options: { to: OPTIONS.file, key: OPTIONS.file } }).values)
  if (!options) {
    process.stderr.write(`${message('backup.usage')}\n`)
    return 2
  }
  const databaseUrl = operatorAddress(process.env)
  if (!databaseUrl) return 2
  const config = readConfig({ ...process.env, DATABASE_URL: databaseUrl })
  try {
    await backUp(config, options)
    return 0
  } catch (error) {
    tellFailure(error, config)
    return 1
  }
}

async function backUp(
  config: Config,
  { to, key }: { readonly to?: string; readonly key?: string },
): Promise<void> {
  const now = Date.now()
  const keyFile = key === undefined ? backupKeyFile(process.env, config.dataDir) : path.resolve(key)
  const file = to === undefined ? defaultFile(config, now) : path.resolve(to)
  const made = ensureBackupKey(keyFile)
  const { dataDir, checkpoints, databaseUrl } = config
  const taken = await takeBackup({ dataDir, checkpoints, databaseUrl, to: file, key: made.key, now })
  say(message('backup.done', { ...taken, file }))
  if (made.isNew) say(message('backup.key-made', { file: keyFile }))
}

function defaultFile({ dataDir }: Config, now: number): string {
  const when = new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '')
  return path.join(dataDir, 'backups', `accord-${when}.backup`)
}
