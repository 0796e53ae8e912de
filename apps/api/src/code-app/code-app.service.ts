import { randomInt } from 'node:crypto'
import type { CodeAppBegun, CodeAppConfirmed } from '@accord/domain/rest/factors'
import { Injectable } from '@nestjs/common'
import { Secret, TOTP } from 'otpauth'
import { Clock } from '../config/clock.js'
import { newUuid } from '../history/new-uuid.js'
import { SecretBox } from '../secrets/secret-box.js'
import { CodeAppRepository, type Owner } from './code-app.repository.js'

const PERIOD_S = 30
const DIGITS = 6
/** One step either way: a telephone's clock may be off by half a minute. */
const WINDOW = 1
const RECOVERY_CODES = 10
/** Without the letters and digits that are taken for one another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 118 bits: too many to try, whatever the keys of their marks. Source: OWASP ASVS 5.0.0, 6.5.2. */
const RECOVERY_LENGTH = 24
const BRAND = 'Accord'

/** Codes of an app on somebody's telephone [RFC 6238], and codes on paper for the day it is lost. (ID27–ID29) */
@Injectable()
export class CodeAppService {
  constructor(
    private readonly clock: Clock,
    private readonly repository: CodeAppRepository,
    private readonly secrets: SecretBox,
  ) {}

  /** A new secret, shown once. It counts for nothing until a code of it was typed. */
  async begin(owner: Owner, email: string): Promise<CodeAppBegun> {
    const secret = new Secret({ size: 20 })
    const now = this.clock.now()
    const id = newUuid(now)
    const sealed = this.secrets.seal(owner.clinic, placeOf(id), secret.base32)
    await this.repository.begin(owner, id, sealed, new Date(now))
    return { secret: secret.base32, address: totpOf(secret.base32, email).toString() }
  }

  /** Null when the code is not one of the new secret's. */
  async confirm(owner: Owner, code: string): Promise<CodeAppConfirmed | null> {
    const begun = await this.repository.begun(owner)
    const step = begun && this.stepOf(owner, begun.id, begun.secret, code)
    if (!begun || step === null) return null
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
    const marks = codes.map((one) => this.markOf(owner, one))
    await this.repository.confirm(owner, begun.id, step, marks, new Date(this.clock.now()))
    return { recoveryCodes: codes.map(inGroups) }
  }

  /** Whether a code of the app, or one of the recovery codes, is right; either is good once. (ID28, ID29) */
  async isRight(owner: Owner, typed: string): Promise<boolean> {
    const code = bare(typed)
    if (!isOfAnApp(code)) {
      const at = new Date(this.clock.now())
      return this.repository.useRecoveryCode(owner, this.markOf(owner, code), at)
    }
    const app = await this.repository.confirmed(owner)
    const step = app && this.stepOf(owner, app.id, app.secret, code)
    return app !== null && step !== null && this.repository.advance(owner, app.id, step)
  }

  private stepOf({ clinic }: Owner, id: string, sealed: Buffer, typed: string): number | null {
    const code = bare(typed)
    // The library compares bytes, and throws where there are more of them than characters.
    if (!isOfAnApp(code)) return null
    const now = this.clock.now()
    const secret = this.secrets.open(clinic, placeOf(id), sealed)
    const delta = totpOf(secret, '').validate({ token: code, timestamp: now, window: WINDOW })
    return delta === null ? null : Math.floor(now / 1_000 / PERIOD_S) + delta
  }

  private markOf({ clinic, person }: Owner, code: string): Buffer {
    return this.secrets.mark(clinic, `accord/recovery-code/1 ${person}`, code)
  }
}

function totpOf(base32: string, label: string): TOTP {
  const secret = Secret.fromBase32(base32)
  return new TOTP({ issuer: BRAND, label, secret, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_S })
}

/** As it is compared: people type it in groups, and in capitals. */
function bare(typed: string): string {
  return typed.replace(/[\s-]/g, '').toLowerCase()
}

function isOfAnApp(code: string): boolean {
  return /^\d{6}$/.test(code)
}

function placeOf(id: string): string {
  return `accord/code-app/1 ${id}`
}

function newRecoveryCode(): string {
  return Array.from({ length: RECOVERY_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

function inGroups(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}
