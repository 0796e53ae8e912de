import type { Action } from '@accord/domain/access/action'
import { refusalOf, type Actor } from '@accord/domain/access/may'
import { relationTo, type CaseFacts } from '@accord/domain/case/relation'
import type { PartyRelation } from '@accord/domain/case/party'
import type { PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'

/**
 * What a room knows of people's rights. It may be a moment old: the database asks again when an entry is stored,
 * and it is never old. (AC7)
 */
export class RoomRights {
  private facts: CaseFacts | null = null
  private readAt = -Infinity

  constructor(
    private readonly read: () => Promise<CaseFacts | null>,
    private readonly age: number,
    private readonly now: () => number,
  ) {}

  isFresh(): boolean {
    return this.now() - this.readAt < this.age
  }

  async refresh(): Promise<void> {
    const began = this.now()
    this.facts = await this.read()
    this.readAt = began
  }

  /** What is known is no longer believed. */
  doubt(): void {
    this.readAt = -Infinity
  }

  refusal(actor: Actor, action: Action): Refusal | null {
    if (!this.facts) return refuse('not-found')
    return refusalOf(actor, action, { kind: 'case', facts: this.facts })
  }

  known(): CaseFacts | null {
    return this.facts
  }

  /** As what somebody writes; null for whoever is no party. */
  writes(person: PersonId): PartyRelation | null {
    const relation = this.facts && relationTo(this.facts, person)
    return relation === 'supervisor' ? null : relation
  }
}
