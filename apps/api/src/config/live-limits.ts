import { DEFAULT_LIVE_LIMITS, type LiveLimits } from '../live-plan/limits.js'
import { StartFailure } from './start-failure.js'

const MOST = 1_000_000

/** The live plan's bounds as the environment wants them. Throws {@link StartFailure}. (LP11) */
export function liveLimitsOf(env: Readonly<Record<string, string | undefined>>): LiveLimits {
  const read = (variable: string, otherwise: number) => limitOf(variable, env[variable], otherwise)
  const { operationsPerSecond, operationBurst, socketsPerAddress } = DEFAULT_LIVE_LIMITS
  return {
    ...DEFAULT_LIVE_LIMITS,
    operationsPerSecond: read('ACCORD_OPERATIONS_PER_SECOND', operationsPerSecond),
    operationBurst: read('ACCORD_OPERATION_BURST', operationBurst),
    socketsPerAddress: read('ACCORD_SOCKETS_PER_ADDRESS', socketsPerAddress),
  }
}

function limitOf(variable: string, value: string | undefined, otherwise: number): number {
  if (!value) return otherwise
  const limit = Number(value)
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit
  throw new StartFailure('start.bad-limit', { variable, value })
}
