import type { ConnectionId } from '@accord/domain/ids'
import type { Present } from '@accord/domain/sync/wire'

/** People that one room is told of at most; of more than that nobody could make out the faces. */
const MOST = 200

interface Seen {
  readonly who: Present
  /** The process that holds their socket. */
  readonly at: string
  readonly heardAt: number
}

/** Who has a plan open by way of other processes, as far as those say so. Never stored. (MP8) */
export class Elsewhere {
  private readonly byConnection = new Map<ConnectionId, Seen>()

  /** @param tell tells everybody here */
  constructor(private readonly tell: (who: Present, gone: boolean) => void) {}

  all(): readonly Present[] {
    return [...this.byConnection.values()].map(({ who }) => who)
  }

  /** @param now in ms, on any clock that does not go back */
  heard(who: Present, at: string, now: number): void {
    const before = this.byConnection.get(who.connection)
    if (!before && this.byConnection.size >= MOST) return
    this.byConnection.set(who.connection, { who, at, heardAt: now })
    if (!before || JSON.stringify(before.who) !== JSON.stringify(who)) this.tell(who, false)
  }

  gone(connection: ConnectionId): void {
    const seen = this.byConnection.get(connection)
    if (!seen || !this.byConnection.delete(connection)) return
    this.tell({ ...seen.who, at: null }, true)
  }

  /** Those whose process is gone. */
  leftWith(process: string): void {
    for (const [connection, { at }] of [...this.byConnection]) if (at === process) this.gone(connection)
  }

  /** Those of whom nothing was heard since: their going was lost on the way. */
  forgetBefore(since: number): void {
    for (const [connection, { heardAt }] of [...this.byConnection]) if (heardAt < since) this.gone(connection)
  }
}
