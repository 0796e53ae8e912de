/** The SQLSTATE of a failed query, of TypeORM's or of pg's own error; null when PostgreSQL didn't answer. */
export function sqlStateOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  if ('driverError' in error) return sqlStateOf(error.driverError)
  return 'code' in error && typeof error.code === 'string' && isSqlState(error.code) ? error.code : null
}

/** Each has a digit; what the system says of a connection has none, and may be as long (`EPIPE`). */
function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && /[0-9]/.test(code)
}

/** Row-level security refused a row: its author is no longer who they were. (AC7) */
export function isRowRefused(error: unknown): boolean {
  return sqlStateOf(error) === '42501'
}

/** SQLSTATE classes of a database that is away, full, ended or too slow, which may be well again later. */
const PASSING_CLASSES = ['08', '53', '55', '57', '58', '40']

/** True when the database could not be asked at all; false when it answered that the question was wrong. */
export function isStorageAway(error: unknown): boolean {
  const state = sqlStateOf(error)
  if (state !== null) return PASSING_CLASSES.includes(state.slice(0, 2))
  return error instanceof Error && isConnectionFailure(error)
}

/** How pg and TypeORM say it without a code; `already released` is a transaction whose connection was lost within it. */
const LOST =
  /connection terminated|timeout|not queryable|driver not connected|connection is not established|already released/i

function isConnectionFailure(error: Error): boolean {
  const inner = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error
  const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : ''
  if (/^E[A-Z]+$/.test(code)) return true
  return LOST.test(inner.message)
}
