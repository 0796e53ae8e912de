import { versionsBefore, type Trace, type Version } from './trace.js'

/**
 * Knows from the trace which operations may be sent at once. An operation that is stored stands between its reader
 * and the answers to the reader's own later operations, so it waits while somebody has to see one of those first.
 */
export class Foresight {
  readonly seen: readonly Version[]
  /** For each agent and each of their transactions, what its writer had to have seen of the other one before the other sees it. */
  private readonly needs: readonly (readonly number[])[]

  constructor(trace: Trace) {
    this.seen = versionsBefore(trace)
    this.needs = [this.needsOf(trace, 0), this.needsOf(trace, 1)]
  }

  /** @param sent how many operations of the other one are on their way or stored */
  maySend(agent: number, operation: number, sent: number): boolean {
    return (this.needs[agent]?.[operation] ?? Infinity) <= sent
  }

  private needsOf(trace: Trace, agent: number): readonly number[] {
    const other = 1 - agent
    const needs: number[] = []
    let needed = 0
    for (const [at, { agent: writer }] of trace.txns.entries()) {
      const seen = this.seen[at]
      if (writer === agent) needed = seen?.[other] ?? 0
      // The other one now sees so many of the agent's; until now the agent needed this much.
      else while (needs.length < (seen?.[agent] ?? 0)) needs.push(needed)
    }
    // What the other one never sees within the trace is seen after its end.
    const all = trace.txns.filter((txn) => txn.agent === agent).length
    while (needs.length < all) needs.push(needed)
    return needs
  }
}
