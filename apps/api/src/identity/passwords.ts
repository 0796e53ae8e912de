import { Injectable } from '@nestjs/common'
import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default kind): 64 MiB, 3 passes, one lane. Source: OWASP ASVS 5.0.0, appendix C. (ID1) */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
/** 64 MiB each, so that a flood of sign-ins cannot take the memory of the house. */
const AT_ONCE = 2

/** Hashes and checks passwords, a few at a time; the others wait their turn. */
@Injectable()
export class Passwords {
  private running = 0
  private readonly waiting: (() => void)[] = []
  private decoy: Promise<string> | null = null

  async hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFC'), COST))
  }

  /** Takes as long for somebody unknown, of whom there is no hash, as for somebody known. (ID1) */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const against = stored ?? (await this.decoyHash())
    const matches = await this.inTurn(() => verify(against, password.normalize('NFC')))
    return matches && stored !== null
  }

  /** Makes what the first unknown e-mail is compared with, so that it takes no longer than the second. */
  async prepare(): Promise<void> {
    await this.decoyHash()
  }

  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash('nobody has this password')
    return this.decoy
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve))
    else this.running += 1
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      // The place is handed on, never counted down and up again: nobody slips in between.
      if (next) next()
      else this.running -= 1
    }
  }
}
