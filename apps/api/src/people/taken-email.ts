import { sqlStateOf } from '../database/failures.js'
import { Refused } from '../http/refused.js'

const UNIQUE_VIOLATION = '23505'

export function isTaken(error: unknown): boolean {
  return sqlStateOf(error) === UNIQUE_VIOLATION
}

/** What was done, or the refusal that somebody has this e-mail already. PostgreSQL decides on that. (CL4) */
export async function orTaken<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw isTaken(error) ? new Refused('email-taken') : error
  }
}
