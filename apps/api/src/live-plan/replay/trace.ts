import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const count = z.int().nonnegative()

/** A recorded editing trace of several writers. Positions and counts are Unicode code points. */
const traceSchema = z.object({
  kind: z.literal('concurrent'),
  endContent: z.string(),
  numAgents: z.int().positive(),
  txns: z.array(
    z.object({
      parents: z.array(count),
      agent: count,
      patches: z.array(z.tuple([count, count, z.string()])),
    }),
  ),
})

export type Trace = z.infer<typeof traceSchema>
export type Transaction = Trace['txns'][number]

/** Reads a trace, plain or compressed. Throws on a file that is none. */
export function readTrace(file: string): Trace {
  const bytes = readFileSync(file)
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
  return traceSchema.parse(JSON.parse((isCompressed ? gunzipSync(bytes) : bytes).toString()))
}

/** How many transactions of each agent somebody has seen. */
export type Version = readonly number[]

/** What the writer of each transaction had seen when writing it, their own included. */
export function versionsBefore(trace: Trace): readonly Version[] {
  const after: Version[] = []
  return trace.txns.map(({ parents, agent }, at) => {
    const before = Array.from({ length: trace.numAgents }, (_, who) =>
      Math.max(0, ...parents.map((parent) => after[parent]?.[who] ?? 0)),
    )
    after[at] = before.map((seen, who) => (who === agent ? seen + 1 : seen))
    return before
  })
}
