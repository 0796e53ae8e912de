import { createRequire } from 'node:module'
import path from 'node:path'
import { PlainFailure } from '../failure.mjs'
import { reach } from '../house/ports.mjs'
import { messages } from '../messages.mjs'
import { root } from '../settings.mjs'

const OLDEST = 160_000

/**
 * @typedef {object} Client what is used here of pg's client
 * @property {() => Promise<void>} connect
 * @property {(sql: string) => Promise<{ rows: Record<string, unknown>[] }>} query
 * @property {() => Promise<void>} end
 */

/**
 * Loaded when it is needed: before the first installation it isn't there.
 *
 * @param {string} address
 * @returns {Client}
 */
export function clientFor(address) {
  const requireFromApi = createRequire(path.join(root, 'apps', 'api', 'package.json'))
  const { Client } = requireFromApi('pg')
  return new Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
}

/**
 * Throws one sentence for an address under which no usable PostgreSQL answers. The sentence never carries the
 * password. [HO3]
 *
 * @param {string} address DATABASE_URL
 */
export async function requireDatabase(address) {
  const { host, port, user, name } = readAddress(address)
  if (!host.startsWith('/')) {
    const code = await reach(host, Number(port), 5_000)
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new PlainFailure(messages.databaseHostUnknown(host))
    if (code !== null) throw new PlainFailure(messages.databaseUnreachable(host, port))
  }
  const version = await askVersion(address).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    // pg finds a missing password itself, and gives that error no code.
    const code = error.code ?? (/password/i.test(error.message) ? '28P01' : '')
    throw new PlainFailure(sentenceForCode(code, { host, port, user, name }))
  })
  if (version < OLDEST) throw new PlainFailure(messages.databaseTooOld(String(Math.floor(version / 10_000))))
}

/**
 * @param {string} address
 * @returns {{ host: string, port: string, user: string, name: string }}
 */
export function readAddress(address) {
  try {
    const url = new URL(address)
    const name = decodeURIComponent(url.pathname.slice(1))
    const host = url.hostname.replace(/^\[|\]$/g, '') || url.searchParams.get('host') || ''
    const isWhole = /^postgres(ql)?:$/.test(url.protocol) && host !== '' && name !== '' && !name.includes('/')
    if (isWhole) return { host, port: url.port || '5432', user: decodeURIComponent(url.username), name }
  } catch {
    // Not an address at all, or one with a broken escape: the sentence below says both.
  }
  throw new PlainFailure(messages.databaseUrlUnreadable())
}

/**
 * @param {string} code SQLSTATE, or the code of a network error
 * @param {{ host: string, port: string, user: string, name: string }} address
 */
export function sentenceForCode(code, { host, port, user, name }) {
  if (code === '28P01' || code === '28000') return messages.databasePasswordWrong(user)
  if (code === '3D000') return messages.databaseUnknown(name)
  if (code === '' || code.startsWith('ECONN') || code === 'ETIMEDOUT')
    return messages.databaseUnreachable(host, port)
  return messages.databaseRefused(code)
}

/** @param {string} address */
async function askVersion(address) {
  const client = clientFor(address)
  await client.connect()
  try {
    const { rows } = await client.query('SHOW server_version_num')
    return Number(rows[0]?.server_version_num)
  } finally {
    await client.end()
  }
}
