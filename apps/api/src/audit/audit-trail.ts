import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import type { AuditOutcome } from '@accord/domain/audit/event'
import { auditKindOf, isAuditedInPlace } from '@accord/domain/audit/kind'
import type { CaseId, PersonId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import { Clock } from '../config/clock.js'
import { AuditRepository, type NewAct } from './audit.repository.js'

/** Whoever did something: signed in, or named by a try to sign in. */
export type Doer = Pick<Actor, 'clinic' | 'audience' | 'roles'> & { readonly person: PersonId | null }

/** What was done, and how it ended. */
export interface Deed {
  readonly action: Action
  readonly outcome: AuditOutcome
  readonly code?: string | null
  readonly case?: CaseId | null
  readonly about?: string | null
}

/** Where it came from. */
export interface Whence {
  readonly address: string
  readonly request: string | null
}

interface Waiting {
  readonly act: NewAct
  readonly settle: (error: unknown) => void
}

/** The same look within so many ms leaves no second event. (AU3) */
const SAME_LOOK_MS = 5 * 60_000
const MOST_LOOKS = 20_000
const BATCH = 500

/** Writes down who did what, before they hear the answer. (AU1, AU2) */
@Injectable()
export class AuditTrail {
  private waiting: Waiting[] = []
  private isWriting = false
  private readonly looks = new Map<string, number>()

  constructor(
    private readonly clock: Clock,
    private readonly repository: AuditRepository,
  ) {}

  /** Resolves when it is stored, or when nothing needs to be; rejects when it could not be. */
  async note(who: Doer, deed: Deed, whence: Whence): Promise<void> {
    const at = this.clock.now()
    const kind = auditKindOf(deed.action)
    if (deed.outcome === 'done' && (kind === null || isAuditedInPlace(deed.action))) return
    const look = kind === 'read' && deed.outcome === 'done' ? lookOf(who, deed) : null
    if (look !== null && at - (this.looks.get(look) ?? -SAME_LOOK_MS) < SAME_LOOK_MS) return
    await this.stored(actOf(who, deed, whence, at))
    if (look !== null) this.remember(look, at)
  }

  private stored(act: NewAct): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error: unknown) => {
        if (error === null) resolve()
        else reject(error instanceof Error ? error : new Error('the audit was not written'))
      }
      this.waiting.push({ act, settle })
      if (!this.isWriting) void this.write()
    })
  }

  /** One batch at a time; the next one is what came in meanwhile. */
  private async write(): Promise<void> {
    this.isWriting = true
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH)
      const error = await this.repository.append(batch.map(({ act }) => act)).then(
        () => null,
        (reason: unknown) => reason,
      )
      for (const { settle } of batch) settle(error)
    }
    this.isWriting = false
  }

  private remember(look: string, at: number): void {
    this.looks.delete(look)
    this.looks.set(look, at)
    for (const [oldest, when] of this.looks) {
      if (this.looks.size <= MOST_LOOKS && at - when < SAME_LOOK_MS) return
      this.looks.delete(oldest)
    }
  }
}

function lookOf({ clinic, person, audience }: Doer, { action, case: caseId, about }: Deed): string {
  return [clinic, person, audience, action, caseId, about].join(' ')
}

/** An act as it is stored; for whoever stores it in a transaction of their own. */
export function actOf(who: Doer, deed: Deed, { address, request }: Whence, at: number): NewAct {
  return {
    clinic: who.clinic,
    at,
    person: who.person,
    audience: who.audience,
    roles: [...who.roles].sort().join(' '),
    action: deed.action,
    outcome: deed.outcome,
    code: deed.code ?? null,
    case: deed.case ?? null,
    about: deed.about ?? null,
    address,
    request,
  }
}
