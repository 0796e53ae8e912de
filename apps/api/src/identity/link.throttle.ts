import { Inject, Injectable } from '@nestjs/common'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CONFIG, type Config } from '../config/config.js'
import { Refused } from '../http/refused.js'
import { networkOf, secondsToWait } from './sign-in.throttle.js'

/** Counts tries of one-time links by address; a link that was good leaves no trace. (CL3) */
@Injectable()
export class LinkThrottle {
  private readonly addresses: RateLimiterMemory

  constructor(@Inject(CONFIG) { limits }: Config) {
    const duration = limits.attemptWindowMs / 1_000
    this.addresses = new RateLimiterMemory({ points: limits.attemptsPerAddress, duration })
  }

  /** Counts a try before it is looked at; refuses when there were too many. */
  async attempt(address: string): Promise<void> {
    const wait = await secondsToWait(this.addresses, networkOf(address))
    if (wait > 0) throw new Refused('too-fast', wait)
  }

  async succeeded(address: string): Promise<void> {
    await this.addresses.reward(networkOf(address))
  }
}
