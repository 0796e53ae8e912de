import type { ClientId, PersonId } from '@accord/domain/ids'
import type { RefusalCode } from '@accord/domain/refusal'
import type { LastOperation } from '../history/entry.repository.js'

/** A tab's operation numbers: the last one stored, and the last one that waits to be. */
interface Tab {
  person: PersonId | null
  stored: number
  staged: number
}

/** How an operation's number stands to those that came before it. (LP3) */
export type Numbered = 'next' | 'waiting' | 'stored' | Extract<RefusalCode, 'out-of-order' | 'foreign-client'>

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
    this.known.set(client, { person: last?.person ?? null, stored: last?.op ?? 0, staged: last?.op ?? 0 })
  }

  number(client: ClientId, person: PersonId, op: number): Numbered {
    const tab = this.tab(client)
    if (tab.person !== null && tab.person !== person) return 'foreign-client'
    if (op <= tab.stored) return 'stored'
    if (op <= tab.staged) return 'waiting'
    return op === tab.staged + 1 ? 'next' : 'out-of-order'
  }

  isForeign(client: ClientId, person: PersonId): boolean {
    const owner = this.tab(client).person
    return owner !== null && owner !== person
  }

  lastStored(client: ClientId): number {
    return this.tab(client).stored
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
    for (const tab of this.known.values()) tab.staged = tab.stored
  }

  private tab(client: ClientId): Tab {
    const tab = this.known.get(client)
    if (!tab) throw new Error(`tab ${client} was not learned`)
    return tab
  }

  private forgetSome(): void {
    for (const [client, tab] of this.known) {
      if (this.known.size < MOST) return
      if (tab.stored === tab.staged) this.known.delete(client)
    }
  }
}
