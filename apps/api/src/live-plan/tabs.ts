import type { ClientId, PersonId } from '@accord/domain/ids'
import type { RefusalCode } from '@accord/domain/refusal'
import { lastNumber, passes, placeOf, withUsedUp, type Numbering } from '@accord/domain/sync/numbering'
import type { LastOperation } from '../history/entry.repository.js'

/** A tab's operation numbers: the last one stored, the last one refused for good, and the last one that waits. */
interface Tab {
  person: PersonId | null
  stored: number
  refused: Numbering['refused']
  staged: number
  /** The entry of the last operation, as it was when the tab was learned: another process may have stored it. */
  readonly learnedAt: number
}

/** How an operation's number stands to those that came before it. (LP3) */
export type Numbered =
  'next' | 'waiting' | 'stored' | 'refused' | Extract<RefusalCode, 'out-of-order' | 'foreign-client'>

const MOST = 1_000

/** The tabs that write in one plan. */
export class Tabs {
  private readonly known = new Map<ClientId, Tab>()

  constructor(private readonly load: (client: ClientId) => Promise<LastOperation | null>) {}

  has(client: ClientId): boolean {
    return this.known.has(client)
  }

  async learn(client: ClientId): Promise<void> {
    const last = await this.load(client)
    // Meanwhile somebody else may have asked for the same tab, and used it.
    if (this.known.has(client)) return
    this.forgetSome()
    const { person = null, op = 0, seq = 0 } = last ?? {}
    this.known.set(client, { person, stored: op, refused: null, staged: 0, learnedAt: seq })
  }

  number(client: ClientId, person: PersonId, op: number): Numbered {
    const tab = this.tab(client)
    if (tab.person !== null && tab.person !== person) return 'foreign-client'
    if (op > tab.stored && op <= tab.staged) return 'waiting'
    const place = placeOf({ stored: Math.max(tab.stored, tab.staged), refused: tab.refused }, op)
    if (place === 'answered') return tab.refused?.op === op ? 'refused' : 'stored'
    return place
  }

  isForeign(client: ClientId, person: PersonId): boolean {
    const owner = this.tab(client).person
    return owner !== null && owner !== person
  }

  /** How far a room has to have read before it says which number the tab used up. */
  learnedAt(client: ClientId): number {
    return this.tab(client).learnedAt
  }

  /** The last number that the tab used up. (LP3) */
  lastUsed(client: ClientId): number {
    return lastNumber(this.tab(client))
  }

  /** The client knows a number to be used up that nobody here remembers. Never one that waits. (LP3) */
  usedUp(client: ClientId, op: number): void {
    const tab = this.tab(client)
    if (op > tab.staged) tab.refused = withUsedUp(tab, op)
  }

  /** Why the number was refused for good, when it was sent before. */
  refusalOf(client: ClientId, op: number): RefusalCode {
    const { refused } = this.tab(client)
    return refused?.op === op ? refused.code : 'out-of-order'
  }

  /** A final refusal uses the number up, so that no number ever names two operations. (LP3) */
  refuse(client: ClientId, op: number, code: RefusalCode): void {
    if (!passes(code)) this.tab(client).refused = { op, code }
  }

  stage(client: ClientId, person: PersonId, op: number): void {
    const tab = this.tab(client)
    tab.person = person
    tab.staged = op
  }

  store(client: ClientId, person: PersonId, op: number): void {
    const tab = this.known.get(client)
    if (!tab) return
    tab.person = person
    tab.stored = op
    tab.staged = Math.max(tab.staged, op)
  }

  /** Nothing waits any more. */
  unstage(): void {
    for (const tab of this.known.values()) tab.staged = 0
  }

  private tab(client: ClientId): Tab {
    const tab = this.known.get(client)
    if (!tab) throw new Error(`tab ${client} was not learned`)
    return tab
  }

  private forgetSome(): void {
    for (const [client, tab] of this.known) {
      if (this.known.size < MOST) return
      if (tab.staged <= tab.stored) this.known.delete(client)
    }
  }
}
