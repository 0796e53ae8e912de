import type { GoalId } from '@accord/domain/ids'
import type { TextPlace } from '@accord/domain/goal/field'
import { chainStart } from '@accord/domain/history/verify'
import { foldEntry } from '@accord/domain/plan/fold'
import { emptyPlan, textAt } from '@accord/domain/plan/plan'
import { HistoryService } from '../../history/history.service.js'
import { newUuid } from '../../history/new-uuid.js'
import { sha256 } from '../../history/sealing.js'
import type { LiveLimits } from '../limits.js'
import { linearise, replayConcurrent, replayLinearised, type Pair } from './replays.js'
import { startThrowAwayHouse, type Door, type ThrowAwayHouse } from './throw-away-house.js'
import { readTrace, type Trace } from './trace.js'
import { Writer } from './writer.js'

export interface ReplayResult {
  readonly mode: 'linearised' | 'concurrent'
  readonly edits: number
  readonly entries: number
  readonly seconds: number
  readonly equal: boolean
  /** Which texts are not what they should be. */
  readonly differs: readonly string[]
}

/**
 * Replays a trace in both ways, each against a house of its own.
 * @param look is given the second house before it is taken down
 */
export async function replayFile(
  file: string,
  databaseUrl: string,
  limits: LiveLimits,
  look?: (door: Door) => Promise<void>,
): Promise<readonly ReplayResult[]> {
  const trace = readTrace(file)
  const linear = linearise(trace)
  const linearised = await inHouse(databaseUrl, limits, async (house) =>
    measure('linearised', trace, house, (pair) => replayLinearised(trace, linear, pair)),
  )
  const concurrent = await inHouse(databaseUrl, limits, async (house) => {
    const result = await measure('concurrent', trace, house, (pair) => replayConcurrent(trace, pair))
    await look?.(house.door)
    return result
  })
  return [linearised, concurrent]
}

async function inHouse<T>(
  databaseUrl: string,
  limits: LiveLimits,
  work: (house: ThrowAwayHouse) => Promise<T>,
): Promise<T> {
  const house = await startThrowAwayHouse(databaseUrl, limits)
  try {
    return await work(house)
  } finally {
    await house.stop()
  }
}

async function measure(
  mode: ReplayResult['mode'],
  trace: Trace,
  house: ThrowAwayHouse,
  replay: (pair: Pair) => Promise<void>,
): Promise<ReplayResult> {
  const pair = await openPair(house)
  const began = performance.now()
  await replay(pair)
  const seconds = (performance.now() - began) / 1_000
  const [one, other] = pair.writers.map((writer) => writer.machine.text(pair.place))
  const { text: folded, seq } = await foldWhole(house, pair.place)
  for (const writer of pair.writers) writer.machine.close()
  const texts = { 'first client': one, 'second client': other, fold: folded }
  // Two people typing at one place at once end up in one order, here not always in the trace's own.
  const right = mode === 'linearised' ? trace.endContent : folded
  const differs = Object.entries(texts).flatMap(([who, text]) => (text === right ? [] : [who]))
  return { mode, edits: trace.txns.length, entries: seq, seconds, equal: differs.length === 0, differs }
}

async function openPair(house: ThrowAwayHouse): Promise<Pair> {
  const writers = [new Writer(), new Writer()] as const
  for (const [at, writer] of writers.entries()) {
    const address = house.writers[at]
    if (address) await writer.connect(address, house.plan)
  }
  const goal = newUuid(Date.now()) as GoalId
  writers[0].machine.command({ name: 'goal.add', goal, kind: 'change', title: 'Replay' })
  await writers[0].machine.saved()
  for (const writer of writers) {
    await writer.machine.until((state) => state.confirmed?.order.length === 1)
    writer.begin()
  }
  return { writers, place: { goal, field: 'statement' } }
}

/** The text as the whole log folds to it, every entry checked on the way. */
async function foldWhole({ running, clinic, plan: log }: ThrowAwayHouse, place: TextPlace) {
  const history = running.app.get(HistoryService)
  let plan = emptyPlan(log)
  for (let at = chainStart(log, sha256); ;) {
    const page = await history.pageFrom({ clinic, log }, at, 1_000)
    plan = page.entries.reduce(foldEntry, plan)
    at = page.end
    if (page.entries.length === 0) return { text: textAt(plan, place)?.text ?? '', seq: plan.seq }
  }
}
