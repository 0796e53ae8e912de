import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { messages } from '../messages.mjs'

/** @param {string} secretsDir */
const passwordFile = (secretsDir) => path.join(secretsDir, 'postgres-password')

/**
 * The superuser's password, generated once, readable by this user alone. [HO11]
 *
 * @param {string} secretsDir
 */
export function ensurePassword(secretsDir) {
  mkdirSync(secretsDir, { recursive: true, mode: 0o700 })
  const file = passwordFile(secretsDir)
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  }
  return readPassword(secretsDir)
}

/**
 * @param {string} secretsDir
 * @returns {string}
 */
function readPassword(secretsDir) {
  const file = passwordFile(secretsDir)
  if (!existsSync(file)) throw new PlainFailure(messages.passwordLost(file))
  return readFileSync(file, 'utf8').trim()
}

/**
 * The address under which the embedded server's superuser connects.
 *
 * @param {{ port: number, secretsDir: string }} server
 */
export function ownerAddress({ port, secretsDir }) {
  return `postgresql://postgres:${readPassword(secretsDir)}@127.0.0.1:${port}/accord`
}
