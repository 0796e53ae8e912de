import type { TextPlace } from '@accord/domain/goal/field'
import { Foresight } from './foresight.js'
import { MergedDocument, type LinearPatch } from './merged-document.js'
import { versionsBefore, type Trace } from './trace.js'
import type { Writer } from './writer.js'

/** Two real clients that write in one text. */
export interface Pair {
  readonly writers: readonly [Writer, Writer]
  readonly place: TextPlace
}

/** So many operations may wait in a client before the replay lets it catch its breath. */
const MOST_WAITING = 12

/** Every transaction as a change of the document that all of them lead to, in the order of the file. */
export function linearise(trace: Trace): readonly (readonly LinearPatch[])[] {
  const seen = versionsBefore(trace)
  const document = new MergedDocument()
  return trace.txns.map((txn, at) => document.apply(txn, seen[at] ?? []))
}

/** Types the transactions in the order of the file: whoever comes next has seen everything before. */
export async function replayLinearised(
  trace: Trace,
  linear: readonly (readonly LinearPatch[])[],
  { writers, place }: Pair,
): Promise<void> {
  let last: Writer | null = null
  for (const [at, { agent }] of trace.txns.entries()) {
    const writer = writerOf(writers, agent)
    if (last && last !== writer) await handOver(last, writer)
    last = writer
    for (const patch of linear[at] ?? []) writer.type(place, patch.at, patch.removes, patch.inserts)
    const { pending } = writer.machine.state
    if (pending.length > MOST_WAITING)
      await writer.machine.until((state) => state.pending.length < MOST_WAITING / 3)
  }
  if (last) for (const writer of writers) await handOver(last, writer)
}

/** Types every transaction when its writer has seen its parents and nothing more. */
export async function replayConcurrent(trace: Trace, { writers, place }: Pair): Promise<void> {
  const foresight = new Foresight(trace)
  for (const writer of writers) {
    writer.holds = true
    writer.gathers = false
    writer.allow(0)
  }
  for (const [at, { agent, patches }] of trace.txns.entries()) {
    const writer = writerOf(writers, agent)
    const other = writerOf(writers, 1 - agent)
    const parents = foresight.seen[at]?.[1 - agent] ?? 0
    if (other.sent() < parents) {
      other.allow(parents)
      await other.see(() => other.sent() >= parents)
    }
    await writer.see(() => writer.seen() >= parents)
    if (writer.seen() !== parents)
      throw new Error(`before transaction ${at} its writer saw more than its parents`)
    for (const [from, removes, inserts] of patches) writer.type(place, from, removes, inserts)
    sendAhead(foresight, writers)
    if (at % MOST_WAITING === 0) await new Promise(setImmediate)
  }
  for (const writer of writers) writer.release()
  for (const writer of writers) await writer.machine.saved(60_000)
  await handOver(writers[0], writers[1])
  await handOver(writers[1], writers[0])
}

function sendAhead(foresight: Foresight, writers: Pair['writers']): void {
  for (const agent of [0, 1]) {
    const writer = writerOf(writers, agent)
    const other = writerOf(writers, 1 - agent)
    let upTo = writer.sent()
    while (upTo < writer.made && foresight.maySend(agent, upTo, other.sent())) upTo += 1
    if (upTo > writer.sent()) writer.allow(upTo)
  }
}

async function handOver(from: Writer, to: Writer): Promise<void> {
  await from.machine.saved(60_000)
  const seq = from.machine.state.position?.seq ?? 0
  await to.machine.until((state) => (state.position?.seq ?? 0) >= seq, 60_000)
}

function writerOf(writers: Pair['writers'], agent: number): Writer {
  const writer = writers[agent]
  if (!writer) throw new Error('only traces of two writers can be replayed')
  return writer
}
