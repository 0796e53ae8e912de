import { Injectable } from '@nestjs/common'
import type { HistoryEntry } from '@accord/domain/history/entry'
import { chainStart, type ChainPosition } from '@accord/domain/history/verify'
import { emptyPlan, type Plan } from '@accord/domain/plan/plan'
import type { LogPlace } from '../history/entry.repository.js'
import { HistoryService, isUnreadable } from '../history/history.service.js'
import { sha256 } from '../history/sealing.js'
import { CheckpointRepository } from './checkpoint.repository.js'
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

/** Reads plans: from their room when they are open, else from the nearest checkpoint and the entries after it. */
@Injectable()
export class PlanReader {
  constructor(
    private readonly history: HistoryService,
    private readonly checkpoints: CheckpointRepository,
    private readonly open: OpenPlans,
  ) {}

  /** The plan as confirmed. Throws {@link HistoryBroken} or KeyMissing when its log does not hold. */
  async read(place: LogPlace): Promise<Plan> {
    return this.open.plan(place.log) ?? (await this.load(place)).plan
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
  async load(place: LogPlace, upTo = Number.MAX_SAFE_INTEGER): Promise<LoadedPlan> {
    const begin = await this.start(place, upTo)
    let { plan, position } = begin
    const tail: HistoryEntry[] = []
    for (;;) {
      const limit = Math.min(PAGE, upTo - position.seq)
      if (limit === 0) break
      const page = await this.history.pageFrom(place, position, limit)
      for (const entry of page.entries) plan = foldedWith(plan, entry)
      tail.push(...page.entries)
      position = page.end
      if (page.entries.length < limit) break
    }
    if (upTo === Number.MAX_SAFE_INTEGER) plan = await this.atHead(place, plan)
    return { plan, position, tail, start: begin.plan }
  }

  /** A restoration raises a log's epoch in its head; its next entry is the first to bear it. (BR9) */
  private async atHead(place: LogPlace, plan: Plan): Promise<Plan> {
    const head = await this.history.repository.head(place)
    return head && head.epoch > plan.epoch ? { ...plan, epoch: head.epoch } : plan
  }

  private async start(place: LogPlace, upTo: number): Promise<{ plan: Plan; position: ChainPosition }> {
    const { log } = place
    const plan = await this.checkpoints.nearest(place, upTo)
    const at = plan && plan.seq > 0 ? await this.history.repository.atSeq(place, plan.seq) : null
    if (!plan || !at) return { plan: emptyPlan(log), position: chainStart(log, sha256) }
    return { plan, position: { log, seq: at.seq, hash: at.hash, at: at.at, epoch: at.epoch } }
  }
}
