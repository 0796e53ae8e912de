import type { ItemScope } from '@accord/domain/access/record-item'
import type { Actor } from '@accord/domain/access/subject'
import type { ItemPlace } from '@accord/domain/addendum/item'
import type { AgreedWords } from '@accord/domain/agreement/answer'
import type { Moment } from '@accord/domain/history/moments'
import type { CaseId, LogId } from '@accord/domain/ids'
import { goalsInOrder } from '@accord/domain/plan/plan'
import { isRefusal } from '@accord/domain/refusal'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseService } from '../case/case.service.js'
import { goalNamesIn } from '../proof/bundle-page.js'
import { sentenceOf } from '../proof/bundle-sentence.js'
import { TakenPlans, type TakenLog } from '../takeout/taken-plans.js'
import type { FoundItem, FoundLog } from './found-item.js'

/** Moments of the plan, and of what client and practitioner keep between them: what was agreed, and any entry of the history. (AD1) */
@Injectable()
export class PlanItems {
  constructor(
    private readonly access: AccessService,
    private readonly cases: CaseService,
    private readonly plans: TakenPlans,
  ) {}

  /** The words that everybody stood behind last, of goals and of steps. */
  async agreed(actor: Actor, caseId: CaseId): Promise<readonly FoundItem[]> {
    const found = await this.cases.read(actor, caseId)
    if (isRefusal(found)) return []
    const shared = await this.plans.of(actor, found.plan, 'shared')
    const log = found.confidential?.log ?? null
    const between = log === null ? null : await this.plans.of(actor, log, 'between-us')
    return [shared, between].flatMap((one) => (one === null || isRefusal(one) ? [] : agreedIn(one)))
  }

  /** The plan, and where there is one what is kept between them. */
  async logs(actor: Actor, caseId: CaseId): Promise<readonly FoundLog[]> {
    const found = await this.cases.read(actor, caseId)
    if (isRefusal(found)) return []
    const log = found.confidential?.log ?? null
    const shared = { log: found.plan, scope: scopeOf('shared') }
    return log === null ? [shared] : [shared, { log, scope: scopeOf('between-us') }]
  }

  /** Any entry of a log of this case that the asker may replay. */
  async find(actor: Actor, caseId: CaseId, { item, entry }: ItemPlace): Promise<FoundItem | null> {
    const subject = await this.access.subjectOf(actor.clinic, item as LogId, [actor.person])
    if (subject?.kind !== 'case' || subject.facts.caseId !== caseId) return null
    const kind = subject.audience === 'plan' ? 'shared' : 'between-us'
    const log = await this.plans.of(actor, item as LogId, kind)
    if (isRefusal(log) || entry < 1 || entry > log.plan.seq) return null
    const known = agreedIn(log).find((one) => one.entry === entry)
    return known ?? this.momentAt(actor, caseId, log, entry)
  }

  /** As the whole history tells it. */
  private async momentAt(
    actor: Actor,
    caseId: CaseId,
    log: TakenLog,
    entry: number,
  ): Promise<FoundItem | null> {
    const moments = await this.plans.history(log)
    const moment = moments.find((one) => covers(one, entry))
    if (!moment) return null
    const people = await this.access.peopleOfCase(actor.clinic, caseId)
    const name = (id: string) => people.find(({ person }) => person === id)?.name ?? ''
    const [at, by] =
      moment.kind === 'writing' ? [moment.startedAt, moment.author] : [moment.entry.at, moment.entry.author]
    const what = sentenceOf(moment, { goal: goalNamesIn(moments), name })
    const words = moment.kind === 'writing' ? moment.after : (moment.words?.after ?? null)
    return itemAt(log, entry, { at, by, number: null, name: what, words })
  }
}

function agreedIn(log: TakenLog): readonly FoundItem[] {
  return goalsInOrder(log.plan).flatMap(({ name, agreed, steps }) => {
    const words = [agreed, ...steps.map((step) => step.agreed)].filter((one) => one !== null)
    return words.map((one: AgreedWords) => {
      const about = {
        at: one.at,
        by: null,
        number: null,
        name: name.text.trim() || null,
        words: one.statement,
      }
      return itemAt(log, one.seq, about)
    })
  })
}

function itemAt({ log, place }: TakenLog, entry: number, about: FoundItem['about']): FoundItem {
  return { kind: 'moment', item: place.log, entry, about, scope: scopeOf(log) }
}

function scopeOf(log: TakenLog['log']): ItemScope {
  return { kind: 'moment', client: null, isBetween: log === 'between-us', shown: null }
}

function covers(moment: Moment, entry: number): boolean {
  if (moment.kind === 'writing') return moment.firstSeq <= entry && entry <= moment.lastSeq
  return moment.entry.seq === entry
}
