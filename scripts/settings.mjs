import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlainFailure } from './failure.mjs'
import { messages } from './messages.mjs'

/** The root of the checkout. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/**
 * @typedef {object} Settings
 * @property {string} dataDir absolute
 * @property {string} postgresDir the embedded cluster
 * @property {string} secretsDir mode 0700
 * @property {string} keysDir made and filled by the API
 * @property {string[]} checkpoints made by the API: the signing key's directory, and the file where it is elsewhere
 * @property {string} logsDir
 * @property {number} consolePort
 * @property {number} portalPort
 * @property {string | null} databaseUrl null: the embedded PostgreSQL
 * @property {boolean} demo
 * @property {string} apiEntry
 */

/**
 * What the environment asks for. Relative paths count from the checkout, wherever the command was called. [HO5]
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(env) {
  const dataDir = path.resolve(root, env.ACCORD_DATA_DIR || '.data')
  const consolePort = port('PORT', env.PORT, 4000)
  const portalPort = port('PORTAL_PORT', env.PORTAL_PORT, 4001)
  if (consolePort === portalPort) throw new PlainFailure(messages.samePorts(consolePort))
  return {
    dataDir,
    postgresDir: path.join(dataDir, 'postgres'),
    secretsDir: path.join(dataDir, 'secrets'),
    keysDir: path.join(dataDir, 'keys'),
    checkpoints: [
      path.join(dataDir, 'proof'),
      ...(env.ACCORD_CHECKPOINTS ? [path.resolve(root, env.ACCORD_CHECKPOINTS)] : []),
    ],
    logsDir: path.join(dataDir, 'logs'),
    consolePort,
    portalPort,
    databaseUrl: env.DATABASE_URL || null,
    demo: env.ACCORD_DEMO !== '0',
    apiEntry: path.join(root, 'apps', 'api', 'dist', 'main.js'),
  }
}

/**
 * @param {string} variable
 * @param {string | undefined} value
 * @param {number} otherwise
 */
function port(variable, value, otherwise) {
  if (!value) return otherwise
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 65535) {
    throw new PlainFailure(messages.badPort(variable, value))
  }
  return number
}
