import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { Inject, Injectable } from '@nestjs/common'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { CONFIG, type Config } from '../config/config.js'

/** Counts failed sign-ins by account and by address; whoever does not exist is counted alike. (ID5) */
@Injectable()
export class SignInThrottle {
  private readonly accounts: RateLimiterMemory
  private readonly addresses: RateLimiterMemory

  constructor(@Inject(CONFIG) { limits }: Config) {
    const duration = limits.attemptWindowMs / 1_000
    this.accounts = new RateLimiterMemory({ points: limits.attemptsPerAccount, duration })
    this.addresses = new RateLimiterMemory({ points: limits.attemptsPerAddress, duration })
  }

  /**
   * Counts an attempt before it is looked at, so that many at once count as many.
   * @returns seconds to wait when there were too many, else null
   */
  async attempt(email: string, address: string): Promise<number | null> {
    const waits = await Promise.all([
      secondsToWait(this.addresses, networkOf(address)),
      secondsToWait(this.accounts, accountOf(email)),
    ])
    const longest = Math.max(...waits)
    return longest > 0 ? longest : null
  }

  /** An attempt that was right leaves no trace. */
  async succeeded(email: string, address: string): Promise<void> {
    await this.accounts.delete(accountOf(email))
    await this.addresses.reward(networkOf(address))
  }
}

/** Counts one, and says how many seconds to wait; 0 when there is no need to. */
export async function secondsToWait(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over
    return Math.max(1, Math.ceil(over.msBeforeNext / 1_000))
  }
}

function accountOf(email: string): string {
  return createHash('sha256').update(email).digest('base64url')
}

/** One household's IPv6 addresses share their first 64 bits. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const gap = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((part) => parseInt(part, 16).toString(16))
    .join(':')
}
