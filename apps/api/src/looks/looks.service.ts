import type { Action } from '@accord/domain/access/action'
import type { Actor } from '@accord/domain/access/subject'
import { isUuid, type CaseId, type LogId } from '@accord/domain/ids'
import { canBeAsked, visitsOf } from '@accord/domain/looks/visits'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { LookConcern, RecordLook, RecordLooks } from '@accord/domain/rest/looks'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { LookRepository, type LookRow } from './look.repository.js'
import { LookTelling } from './look-telling.js'
import { LookWords } from './look-words.js'

/** Events read at once; what is told of them is less. */
const PAGE = 400

/** Who looked at a record, and why. (AC10, AC11) */
@Injectable()
export class LooksService {
  constructor(
    private readonly access: AccessService,
    private readonly looks: LookRepository,
    private readonly telling: LookTelling,
    private readonly words: LookWords,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, caseId: CaseId, before = Number.MAX_SAFE_INTEGER): Promise<RecordLooks | Refusal> {
    const plan = await this.planFor(actor, 'looks.read', caseId)
    if (isRefusal(plan)) return plan
    const end = new Date(Math.min(before, this.clock.now() + 1))
    const rows = await this.looks.before(placeOf(actor, caseId), end, PAGE)
    const told = await this.telling.for(actor.clinic, caseId, plan)
    const byEvent = new Map(rows.map((row) => [row.event, row]))
    const looks = visitsOf([...rows].reverse()).flatMap((visit) => {
      const row = byEvent.get(visit.event)
      return row ? told({ ...row, until: visit.until }) : []
    })
    return { looks, nextBefore: rows.length === PAGE ? (rows.at(-1)?.at ?? null) : null }
  }

  async ask(actor: Actor, caseId: CaseId, look: string, text: string): Promise<RecordLook | Refusal> {
    const plan = await this.planFor(actor, 'looks.ask', caseId)
    if (isRefusal(plan)) return plan
    const row = await this.lookOf(actor, caseId, look)
    if (!row || row.person === actor.person || !canBeAsked(row)) return refuse('not-found')
    const asked = await this.looks.ask({
      ...this.stamp(actor, caseId, look),
      ...this.words.seal(plan, 'question', look, text),
    })
    return asked ? this.told(actor, caseId, plan, look) : refuse('already-exists')
  }

  async answer(actor: Actor, caseId: CaseId, look: string, text: string): Promise<RecordLook | Refusal> {
    const plan = await this.planFor(actor, 'looks.answer', caseId)
    if (isRefusal(plan)) return plan
    const row = await this.lookOf(actor, caseId, look)
    // Nobody answers for somebody else, and nothing is answered that was not asked.
    if (row?.person !== actor.person || !row.asked) return refuse('not-found')
    const answered = await this.looks.answer({
      ...this.stamp(actor, caseId, look),
      ...this.words.seal(plan, 'answer', look, text),
    })
    return answered ? this.told(actor, caseId, plan, look) : refuse('already-exists')
  }

  /** What waits for somebody, or is new to them since they last looked. (AT11) */
  async concerns(actor: Actor, caseId: CaseId, seenUpTo: number): Promise<readonly LookConcern[]> {
    const plan = await this.planFor(actor, 'case.read', caseId)
    if (isRefusal(plan)) return []
    const place = placeOf(actor, caseId)
    const [rows, opened] = await Promise.all([
      this.looks.askedOrAnswered(place),
      actor.audience === 'portal' ? this.looks.openedInEmergency(place) : [],
    ])
    if (rows.length + opened.length === 0) return []
    const told = await this.telling.for(actor.clinic, caseId, plan)
    const emergencies = opened.map((row): LookConcern => {
      return { kind: 'emergency', caseId, look: told(row), at: row.at, isNew: row.at > seenUpTo }
    })
    const concerns = rows.flatMap((row): LookConcern[] => {
      const isOwn = row.person === actor.person
      const at = (isOwn ? row.asked : row.answered)?.at ?? 0
      const concern = { caseId, look: told(row), at, isNew: at > seenUpTo }
      if (isOwn) return [{ ...concern, kind: 'look-asked' }]
      return concern.isNew ? [{ ...concern, kind: 'look-answered' }] : []
    })
    return [...emergencies, ...concerns]
  }

  private async planFor(actor: Actor, action: Action, caseId: CaseId): Promise<LogId | Refusal> {
    const facts = await this.access.factsOfCase(actor.clinic, caseId)
    const no = this.access.refusal(actor, action, facts)
    return no ?? (await this.looks.planOf(actor.clinic, caseId)) ?? refuse('not-found')
  }

  private async lookOf(actor: Actor, caseId: CaseId, look: string): Promise<LookRow | null> {
    return isUuid(look) ? this.looks.one(placeOf(actor, caseId), look) : null
  }

  private async told(actor: Actor, caseId: CaseId, plan: LogId, look: string): Promise<RecordLook | Refusal> {
    const row = await this.lookOf(actor, caseId, look)
    const told = await this.telling.for(actor.clinic, caseId, plan)
    return row ? told(row) : refuse('not-found')
  }

  private stamp({ clinic, person: by }: Actor, caseId: CaseId, event: string) {
    return { clinic, caseId, event, by, at: new Date(this.clock.now()) }
  }
}

function placeOf({ clinic, person: reader }: Actor, caseId: CaseId) {
  return { clinic, caseId, reader }
}
