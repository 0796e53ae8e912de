import type { Config } from './config/config.js'
import { StartFailure } from './config/start-failure.js'
import { isStorageAway, sqlStateOf } from './database/failures.js'

/** The one sentence for whatever kept the API from starting; it never holds a password. */
export function startFailureOf(
  thrown: unknown,
  config: Pick<Config, 'databaseUrl' | 'dataDir'> | null,
): StartFailure {
  if (thrown instanceof StartFailure) return thrown
  const { code, path, message: what } = innermost(thrown)
  const dataDir = config?.dataDir ?? ''
  switch (code) {
    case 'ENOSPC':
    case '53100':
      return new StartFailure('start.disk-full', { path: path ?? dataDir })
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartFailure('start.not-writable', { path: path ?? dataDir })
    default:
      return (
        (config && databaseFailureOf(endedByDatabase(thrown) ? 'ECONNRESET' : code, config.databaseUrl)) ??
        new StartFailure('start.unexpected', { what })
      )
  }
}

/** It was there and is starting, stopping or gone again. */
function endedByDatabase(thrown: unknown): boolean {
  const isNamed = innermost(thrown).code !== '' && sqlStateOf(thrown) === null
  return !isNamed && isStorageAway(thrown)
}

function databaseFailureOf(code: string, databaseUrl: string): StartFailure | null {
  const { hostname: host, port, username, pathname } = new URL(databaseUrl)
  switch (code) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return new StartFailure('start.database-unreachable', { host, port: port || 5432 })
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFailure('start.database-host-unknown', { host })
    case '28P01':
    case '28000':
      return new StartFailure('start.database-password-wrong', { user: decodeURIComponent(username) })
    case '3D000':
      return new StartFailure('start.database-unknown', { name: decodeURIComponent(pathname.slice(1)) })
    default:
      return null
  }
}

interface Failure {
  readonly code: string
  readonly path: string | undefined
  readonly message: string
}

/** TypeORM wraps the driver's error, and a host with several addresses gives an error for each. */
function innermost(thrown: unknown): Failure {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return innermost(thrown.errors[0])
  if (!(thrown instanceof Error)) return { code: '', path: undefined, message: String(thrown) }
  if ('driverError' in thrown && thrown.driverError instanceof Error) return innermost(thrown.driverError)
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : undefined
  return { code, path, message: thrown.message }
}
