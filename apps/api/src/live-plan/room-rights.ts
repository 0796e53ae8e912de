import { refusalInLog, type LogSubject, type LogUse } from '@accord/domain/access/log-subject'
import type { Actor } from '@accord/domain/access/subject'
import { relationTo } from '@accord/domain/case/relation'
import type { PartyRelation } from '@accord/domain/case/party'
import type { PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'

/**
 * What a room knows of people's rights. It may be a moment old: the database asks again when an entry is stored,
 * and it is never old. (AC7)
 */
export class RoomRights {
  private subject: LogSubject | null = null
  private readAt = -Infinity
  /** What was decided of those who write, by what is known now: it is asked with every stroke of a key. */
  private readonly ofWriters = new Map<Actor, Refusal | null>()

  constructor(
    private readonly read: () => Promise<LogSubject | null>,
    private readonly age: number,
    private readonly now: () => number,
  ) {}

  isFresh(): boolean {
    return this.now() - this.readAt < this.age
  }

  async refresh(): Promise<void> {
    const began = this.now()
    this.subject = await this.read()
    this.ofWriters.clear()
    this.readAt = began
  }

  /** Whether there is nothing left to have rights in. (ER5) */
  get isErased(): boolean {
    return this.subject?.facts.erasedAt != null
  }

  /** What is known is no longer believed. */
  doubt(): void {
    this.readAt = -Infinity
  }

  refusal(actor: Actor, use: LogUse): Refusal | null {
    return this.subject ? refusalInLog(actor, use, this.subject) : refuse('not-found')
  }

  refusalToWrite(actor: Actor): Refusal | null {
    const known = this.ofWriters.get(actor)
    if (known !== undefined) return known
    const decided = this.refusal(actor, 'write')
    this.ofWriters.set(actor, decided)
    return decided
  }

  /** As what somebody writes; null for whoever is no party. */
  writes(person: PersonId): PartyRelation | null {
    const relation = this.subject && relationTo(this.subject.facts, person)
    return relation === 'supervisor' ? null : relation
  }
}
