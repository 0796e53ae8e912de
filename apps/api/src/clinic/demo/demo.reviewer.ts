import type { Actor } from '@accord/domain/access/subject'
import { toHex } from '@accord/domain/history/bytes'
import type { CaseId, GoalId, LogId } from '@accord/domain/ids'
import { isRefusal, type Refusal } from '@accord/domain/refusal'
import type { ReviewView } from '@accord/domain/rest/review'
import type { ReviewAct } from '@accord/domain/review/act'
import { Injectable } from '@nestjs/common'
import { EntryRepository } from '../../history/entry.repository.js'
import { newUuid } from '../../history/new-uuid.js'
import { ReplayService } from '../../replay/replay.service.js'
import { ReviewService } from '../../review/review.service.js'
import type { ReviewDeed } from './story.js'
import type { StoryClock } from './story-clock.js'

const READING_MS = 40_000

/** What a reviewer of the story has before them. */
export interface ReviewDesk {
  readonly caseId: CaseId
  readonly plan: LogId
  readonly clock: StoryClock
  /** Ids of the threads that the story named. */
  readonly threads: Map<string, string>
  /** Where in the plan the story wrote these words. */
  readonly writtenAt: (words: string) => { readonly goal: GoalId; readonly seq: number }
}

/** Has reviews written as people write them: a replay is opened, then they act, then it is left. */
@Injectable()
export class DemoReviewer {
  constructor(
    private readonly reviews: ReviewService,
    private readonly replays: ReplayService,
    private readonly entries: EntryRepository,
  ) {}

  async sit(actor: Actor, deeds: readonly ReviewDeed[], desk: ReviewDesk): Promise<void> {
    const { plan, caseId, clock } = desk
    const { replay } = allowed(await this.replays.begin(actor, plan, null))
    for (const deed of deeds) {
      clock.wait(READING_MS)
      const view = allowed(await this.reviews.view(actor, caseId))
      const act = await this.actOf(actor, deed, { ...desk, view })
      if ('thread' in deed && !desk.threads.has(deed.thread)) desk.threads.set(deed.thread, act.id)
      allowed(await this.reviews.act(actor, caseId, act))
    }
    await this.replays.leave(actor, plan, replay)
  }

  private async actOf(
    { clinic }: Actor,
    deed: ReviewDeed,
    desk: ReviewDesk & { readonly view: ReviewView },
  ): Promise<ReviewAct> {
    const { plan, clock, threads, view } = desk
    const id = newUuid(clock.now())
    if (deed.kind === 'sign') return signing(id, deed, view)
    if (!('on' in deed)) {
      const to = threads.get(deed.thread) ?? ''
      return { kind: `review.${deed.kind}`, id, to, text: deed.text }
    }
    const { goal, seq } = desk.writtenAt(deed.on)
    const entry = await this.entries.atSeq({ clinic, log: plan }, seq)
    if (!entry) throw new Error('the story comments on what it never wrote')
    const pin = { plan, seq, hash: toHex(entry.hash), goal, passage: deed.passage ?? null }
    const { text } = deed
    return deed.kind === 'ask'
      ? { kind: 'review.ask', id, pin, text }
      : { kind: 'review.comment', id, pin, text, readers: deed.forClient ? 'client' : 'practitioner' }
  }
}

function signing(
  id: string,
  { ticked, concerns }: Extract<ReviewDeed, { kind: 'sign' }>,
  { plan, head, covered, checklist: { version, items } }: ReviewView,
): ReviewAct {
  const checklist = { version, items: items.map((text, at) => ({ text, done: ticked.includes(at) })) }
  const from = (covered?.seq ?? 0) + 1
  return { kind: 'review.sign', id, plan, from, upTo: head, checklist, concerns }
}

function allowed<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the story was refused: ${answer.refused}`)
  return answer
}
