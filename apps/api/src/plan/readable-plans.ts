import { Injectable } from '@nestjs/common'
import { equalBytes } from '@accord/domain/history/bytes'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import { emptyPlan, type Plan } from '@accord/domain/plan/plan'
import type { ReadablePlan } from '@accord/domain/rest/readable'
import { BrokenHistories, flawOf } from '../audit/broken-histories.js'
import type { LogPlace } from '../history/entry.repository.js'
import { HistoryService, type CheckedPage } from '../history/history.service.js'
import { sha256 } from '../history/sealing.js'
import { foldedWith } from './fold-or-broken.js'
import { PlanReader } from './plan-reader.js'

type Broken = ReadablePlan['broken']

/** A plan as far as its record holds, and what does not. */
interface FoldedAsFar {
  readonly plan: Plan
  readonly position: ChainPosition
  readonly broken: Broken
}

type Folded = Omit<FoldedAsFar, 'broken'>

const PAGE = 1_000

/** Reads plans that are set apart. (FT12) */
@Injectable()
export class ReadablePlans {
  constructor(
    private readonly reader: PlanReader,
    private readonly history: HistoryService,
    private readonly histories: BrokenHistories,
  ) {}

  /** The plan up to the entry before the first that does not hold, about which an alarm is raised. */
  async read(place: LogPlace): Promise<FoldedAsFar> {
    const head = await this.history.repository.head(place)
    const whole = await this.histories.orNull(place, () => this.reader.load(place))
    const read = whole
      ? { plan: whole.plan, position: whole.position, broken: null }
      : await this.asFar(place)
    const broken = read.broken ?? headFlaw(read.position, head)
    if (broken) await this.histories.raise(place, broken)
    return { ...read, broken }
  }

  /** From the log's beginning and without its checkpoints, so that each word that is shown was checked. */
  private async asFar(place: LogPlace): Promise<FoldedAsFar> {
    let done: Folded = { plan: emptyPlan(place.log), position: chainStart(place.log, sha256) }
    let broken: Broken = null
    for (;;) {
      const most: number = broken ? broken.seq - 1 - done.position.seq : PAGE
      if (most <= 0) return { ...done, broken }
      try {
        const page = await this.history.pageFrom(place, done.position, most)
        done = folded(done, page)
        if (page.entries.length < most) return { ...done, broken }
      } catch (error) {
        const found = flawOf(error)
        // A page that breaks is read again, up to the entry that broke it.
        if (!found || (broken && found.seq >= broken.seq)) throw error
        broken = { seq: found.seq, reason: found.reason }
      }
    }
  }
}

function folded({ plan, position }: Folded, page: CheckedPage): Folded {
  return {
    plan: page.entries.reduce(foldedWith, plan),
    position: page.entries.length > 0 ? page.end : position,
  }
}

/** The head was read before the entries: they may have gone on since, and never lie behind it. */
function headFlaw(
  { seq, hash }: ChainPosition,
  head: { readonly seq: number; readonly hash: Uint8Array } | null,
): Broken {
  const differs = !head || head.seq > seq || (head.seq === seq && !equalBytes(head.hash, hash))
  return differs ? { seq, reason: 'head-differs' } : null
}
