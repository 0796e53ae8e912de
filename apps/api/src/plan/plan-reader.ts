import { Injectable } from '@nestjs/common'
import type { HistoryEntry } from '@accord/domain/history/entry'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import { emptyPlan, type Plan } from '@accord/domain/plan/plan'
import type { LogHead, LogPlace } from '../history/entry.repository.js'
import { HistoryService, isUnreadable } from '../history/history.service.js'
import { KeptStates } from '../history/kept-states.js'
import { sha256 } from '../history/sealing.js'
import { CheckpointRepository, type PlanState } from './checkpoint.repository.js'
import { foldedWith } from './fold-or-broken.js'
import { OpenPlans } from './open-plans.js'

/** A plan folded from its log, and where the log's chain stood. */
export interface LoadedPlan {
  readonly plan: Plan
  readonly position: ChainPosition
  /** The entries folded after the checkpoint, in order; all of them when there was none. */
  readonly tail: readonly HistoryEntry[]
  /** The checkpoint, or the empty plan. */
  readonly start: Plan
}

const PAGE = 1_000
/** A few times as many entries as lie between checkpoints. */
const LONGEST = 250
const END = Number.MAX_SAFE_INTEGER
/** What all plans may take that are kept as they were folded last, in bytes. */
const MOST_KEPT = 64 * 1024 * 1024

/** Reads plans: from their room when they are open, as they were folded last, or from the nearest checkpoint on. */
@Injectable()
export class PlanReader {
  private readonly kept: KeptStates<Plan>

  constructor(
    private readonly history: HistoryService,
    private readonly checkpoints: CheckpointRepository,
    private readonly open: OpenPlans,
  ) {
    const folding = {
      start: async (place: LogPlace) => this.start(place, END),
      goOn: async (place: LogPlace, from: PlanState) => this.folded(place, from, END),
      weigh: (plan: Plan) => JSON.stringify(plan).length,
      longest: LONGEST,
    }
    this.kept = new KeptStates(history.repository, history.keys, folding, MOST_KEPT)
  }

  /**
   * The plan as confirmed, with everything that was acknowledged before this was asked, whichever process stored it.
   * Throws {@link HistoryBroken} or KeyMissing when its log does not hold. (AT14)
   */
  async read(place: LogPlace): Promise<Plan> {
    const open = this.open.plan(place.log)
    if (open) {
      const head = await this.history.repository.head(place)
      if (!head || open.seq >= head.seq) return open
    }
    const { folded, head } = await this.kept.present(place)
    return atEpoch(folded, head)
  }

  /** The same; null when its log does not hold or its key is missing. One such plan is no failure of a whole list. (FT12) */
  async readOrNull(place: LogPlace): Promise<Plan | null> {
    try {
      return await this.read(place)
    } catch (error) {
      if (isUnreadable(error)) return null
      throw error
    }
  }

  /** The plan as it stood after an entry; null when the log is not that long. */
  async readAt(place: LogPlace, seq: number): Promise<Plan | null> {
    const { plan } = await this.load(place, seq)
    return plan.seq === seq ? plan : null
  }

  /** Folds a log, from the nearest checkpoint, up to an entry or to its end. */
  async load(place: LogPlace, upTo = END): Promise<LoadedPlan> {
    // Its epoch is all that is asked of the head, and that is raised while nobody is served. (BR9)
    const [start, head] = await Promise.all([
      this.start(place, upTo),
      upTo === END ? this.history.repository.head(place) : null,
    ])
    const tail: HistoryEntry[] = []
    const { folded, position } = await this.folded(place, start, upTo, (entry) => tail.push(entry))
    return { plan: atEpoch(folded, head), position, tail, start: start.folded }
  }

  private async start(place: LogPlace, upTo: number): Promise<PlanState> {
    const { log } = place
    const found = await this.checkpoints.nearest(place, upTo)
    return found ?? { folded: emptyPlan(log), position: chainStart(log, sha256) }
  }

  private async folded(
    place: LogPlace,
    from: PlanState,
    upTo: number,
    each?: (entry: HistoryEntry) => void,
  ): Promise<PlanState> {
    let { folded, position } = from
    for (;;) {
      const limit = Math.min(PAGE, upTo - position.seq)
      if (limit === 0) return { folded, position }
      const page = await this.history.pageFrom(place, position, limit)
      for (const entry of page.entries) {
        folded = foldedWith(folded, entry)
        each?.(entry)
      }
      position = page.end
      if (page.entries.length < limit) return { folded, position }
    }
  }
}

/** A restoration raises a log's epoch in its head; its next entry is the first to bear it. (BR9) */
function atEpoch(plan: Plan, head: LogHead | null): Plan {
  return head && head.epoch > plan.epoch ? { ...plan, epoch: head.epoch } : plan
}
