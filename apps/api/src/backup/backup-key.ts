import { hash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { makeOnce, readWhole } from '../history/wrapping-key.js'
import { BackupFailure } from './backup-failure.js'

const LENGTH = 32

/** Where the key of all backups is, unless it is told to be elsewhere. Never inside a backup. (BR4) */
export function backupKeyFile(env: Readonly<Record<string, string | undefined>>, dataDir: string): string {
  return env.ACCORD_BACKUP_KEY
    ? path.resolve(process.cwd(), env.ACCORD_BACKUP_KEY)
    : path.join(dataDir, 'secrets', 'backup.key')
}

/** The key that backups are encrypted with, in a file that only this user can read, made once. (BR4) */
export function ensureBackupKey(file: string): { readonly key: Buffer; readonly isNew: boolean } {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const kept = readWhole(file)
  const key = kept ?? makeOnce(file, randomBytes(LENGTH))
  return { key: checked(key, file), isNew: kept === null }
}

/** Keeps a key where there is none yet. */
export function keepBackupKey(file: string, key: Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  if (!readWhole(file)) makeOnce(file, key)
}

export function readBackupKey(file: string): Buffer {
  const key = readWhole(file)
  if (!key) throw new BackupFailure('restore.no-key', { file })
  return checked(key, file)
}

/** Names a key in the backups that it sealed, and tells nothing of it. */
export function backupKeyName(key: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from('accord/backup-key/1'), key])
  return Buffer.from(hash('sha256', named, 'hex'), 'hex')
}

function checked(key: Buffer, file: string): Buffer {
  if (key.length !== LENGTH) throw new BackupFailure('backup.not-a-key', { file })
  return key
}
