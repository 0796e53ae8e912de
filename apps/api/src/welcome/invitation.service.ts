import { randomInt } from 'node:crypto'
import type { Actor, Audience } from '@accord/domain/access/subject'
import { isUuid, type ClinicId, type PersonId } from '@accord/domain/ids'
import type { FirstSignIn, InviteBody, ResetBegun } from '@accord/domain/rest/welcome'
import { Inject, Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { CONFIG, type Config } from '../config/config.js'
import { addressOf } from '../config/origins.js'
import { newUuid } from '../history/new-uuid.js'
import { Refused } from '../http/refused.js'
import { newToken, tokenHash } from '../identity/token.js'
import { Mail } from '../mail/mail.service.js'
import type { LetterKind } from '@accord/domain/rest/outbox'
import { ResetCodes } from './reset-code.repository.js'
import { WelcomeRepository, type Invitee } from './welcome.repository.js'

const HOUR = 60 * 60_000
/** How long a link is good. Source: OWASP ASVS 5.0.0, 6.4.1. (ID16) */
const LASTS_MS = { welcome: 24 * HOUR, reset: HOUR / 4 }
const CODES = 1_000_000

/** What a link is made for, and by whom. */
interface Wish {
  readonly clinic: ClinicId
  readonly by: PersonId
  readonly purpose: 'welcome' | 'reset'
  /** Whether a code is made that its person is given in person. */
  readonly hasCode: boolean
  readonly letter: LetterKind | null
  /** Whether the code is kept for who tells it. (ID40) */
  readonly keepsCode: boolean
}

interface Made {
  readonly link: string
  readonly code: string
  readonly expiresAt: number
}

/** Makes links for people: a first one, or one for a new way to sign in. (CL7, CL9, ID16) */
@Injectable()
export class InvitationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly repository: WelcomeRepository,
    private readonly mail: Mail,
    private readonly codes: ResetCodes,
  ) {}

  /** For somebody who never signed in; the link made before is worth nothing from now on. (CL7) */
  async invite(actor: Actor, person: PersonId, { by }: InviteBody): Promise<FirstSignIn> {
    const invitee = await this.found(actor, person)
    // Else administrators could sign in as somebody who sees clinical content. (CL9)
    if (invitee.hasWay) throw new Refused('already-exists')
    const wish = { clinic: actor.clinic, by: actor.person, purpose: 'welcome', hasCode: true } as const
    const made = await this.make(invitee, {
      ...wish,
      letter: by === 'letter' ? 'welcome' : null,
      keepsCode: false,
    })
    return { ...made, link: by === 'letter' ? null : made.link }
  }

  /**
   * Begun by an administrator for somebody who can no longer come in: the link goes to its person alone, the code is
   * given in person. Neither is enough, so nobody comes in as somebody else. (ID19)
   */
  async beginReset(actor: Actor, person: PersonId): Promise<ResetBegun> {
    const invitee = await this.found(actor, person)
    if (!invitee.hasWay) throw new Refused('not-found')
    const wish = { clinic: actor.clinic, by: actor.person, purpose: 'reset', hasCode: true } as const
    if (this.config.mail === null && !invitee.demo) return this.resetByHand(invitee, wish)
    const { code, expiresAt } = await this.make(invitee, { ...wish, letter: 'reset', keepsCode: false })
    return { kind: 'by-letter', code, expiresAt }
  }

  /** The administrator has the link and never the code, which somebody else tells: neither comes in alone. (ID40) */
  private async resetByHand(invitee: Invitee, wish: Omit<Wish, 'letter' | 'keepsCode'>): Promise<ResetBegun> {
    const tellers = await this.codes.tellers(wish.clinic, invitee.person, wish.by)
    if (tellers.length === 0) throw new Refused('no-mail-server')
    const { link, expiresAt } = await this.make(invitee, { ...wish, letter: null, keepsCode: true })
    return { kind: 'by-hand', link, tellers, expiresAt }
  }

  /** Asked for by whoever says it is theirs: without something to prove it by there is a letter, and no link. (ID19) */
  async sendReset(clinic: ClinicId, person: PersonId, hasApp: boolean): Promise<void> {
    const invitee = await this.repository.invitee(clinic, person)
    if (!invitee || invitee.disabled || !invitee.hasWay) return
    const canProve = hasApp || invitee.hasBirthDate
    const wish = { clinic, by: person, purpose: 'reset', hasCode: false } as const
    await this.make(invitee, { ...wish, letter: canProve ? 'reset' : 'reset-at-practice', keepsCode: false })
  }

  private async found({ clinic }: Actor, person: PersonId): Promise<Invitee> {
    const invitee = isUuid(person) ? await this.repository.invitee(clinic, person) : null
    if (!invitee) throw new Refused('not-found')
    if (invitee.disabled) throw new Refused('disabled-person')
    return invitee
  }

  private async make({ person, email, roles }: Invitee, wish: Wish): Promise<Made> {
    const { clinic, by, purpose, hasCode, letter, keepsCode } = wish
    const token = newToken()
    const hash = tokenHash(token)
    if (!hash) throw new Error('a token of our own making has the wrong shape')
    const audience: Audience = roles.length > 0 ? 'console' : 'portal'
    const now = this.clock.now()
    const id = newUuid(now)
    const code = String(randomInt(CODES)).padStart(6, '0')
    const expiresAt = now + LASTS_MS[purpose]
    // Behind the hash, so that no server and no log is ever sent it.
    const link = `${addressOf(this.config.origins, audience)}/welcome#${token}`
    const row = {
      ...{ id, clinic, person, audience, purpose, email, by, tokenHash: hash },
      codeMark: hasCode ? this.codes.mark(clinic, id, code) : null,
      ...{ at: new Date(now), expiresAt: new Date(expiresAt) },
    }
    const carried = letter === 'reset-at-practice' ? null : { address: link, until: expiresAt }
    await this.repository.add(row, async (manager) => {
      await this.mail.forgetLinks(manager, { person, why: 'replaced' })
      if (keepsCode) {
        const kept = { link: id, clinic, person, madeBy: by, code, expiresAt: new Date(expiresAt) }
        await this.codes.keep(manager, kept)
      }
      if (letter) await this.mail.write(manager, { clinic, person, audience, kind: letter, link: carried })
    })
    return { link, code, expiresAt }
  }
}
