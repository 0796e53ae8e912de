import type { ClientId, LogId } from '@accord/domain/ids'
import type { StoredClient } from '@accord/domain/sync/client-state'

/** A tab's own place for its unsent words of one plan. While a claim is held, no other tab sends them. */
export interface Claim {
  readonly clientId: ClientId
  /** What was kept under this id when it was claimed. */
  readonly stored: StoredClient | null
  /** Keeps the words, or forgets them when null. Writing has begun when this returns; false when it failed. */
  keep(stored: StoredClient | null): Promise<boolean>
  release(): void
}

/** Unsent words of one person on this device, encrypted. */
export interface PendingStore {
  /** The tab's own claim for a plan: the one it had before a reload, else a new one. */
  claim(plan: LogId): Promise<Claim>
  /** The plans that anything of the person's is unsent in. */
  plans(): Promise<readonly LogId[]>
  /** How many of the person's edits wait on this device, in all plans and tabs. */
  waiting(): Promise<number>
  /** Claims of tabs that were closed with unsent words; whoever gets one sends them. */
  orphans(plan: LogId): Promise<readonly Claim[]>
}
