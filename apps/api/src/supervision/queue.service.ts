import type { Actor } from '@accord/domain/access/subject'
import type { PersonId } from '@accord/domain/ids'
import type { QueueCase, QueuePage, QueueSettings } from '@accord/domain/rest/supervision'
import { inQueueOrder } from '@accord/domain/supervision/queue-order'
import type { QueueBand } from '@accord/domain/supervision/reason'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { Clock } from '../config/clock.js'
import { AgendaRepository } from './agenda.repository.js'
import { PolicyRepository } from './policy.repository.js'
import { QueuePlans } from './queue-plans.js'
import { QueueRecordsRepository, type ConfidentialRow } from './queue-records.repository.js'
import { QueueRepository, type SupervisedRow } from './queue.repository.js'
import { practitionersAmong, queueCase } from './queue-case.js'

/** How many cases are read at the same time, and how many fine ones make a page. */
const AT_ONCE = 8
const PAGE = 50

/** Whose cases alone, and from which of the fine ones on. */
export interface QueueQuestion {
  readonly with: PersonId | null
  readonly from: number
}

/** What of a case is read for its place in the queue. */
type Read = 'people' | 'plan' | 'confidential' | 'reviewed' | 'supervisor'

/** What is asked once for all cases of a queue. */
@Injectable()
export class QueueLists {
  constructor(
    readonly agendas: AgendaRepository,
    readonly policies: PolicyRepository,
    readonly records: QueueRecordsRepository,
  ) {}
}

/** A supervisor's cases, by who needs them. (SQ1–SQ6) */
@Injectable()
export class QueueService {
  constructor(
    private readonly access: AccessService,
    private readonly repository: QueueRepository,
    private readonly plans: QueuePlans,
    private readonly clock: Clock,
    private readonly lists: QueueLists,
  ) {}

  async read(actor: Actor, question: QueueQuestion): Promise<QueuePage> {
    const { clinic, person } = actor
    const at = this.clock.now()
    const [rows, { thresholds }, settings, kept, brought] = await Promise.all([
      this.repository.supervised(clinic, person),
      this.lists.policies.current(clinic),
      this.repository.settings(clinic, person),
      this.lists.records.confidential(clinic, person),
      this.lists.agendas.brought(clinic, person),
    ])
    const ofRow = async (row: SupervisedRow) => {
      const confidential = kept.get(row.case_id)
      return this.ofCase(actor, { row, confidential }, { at, thresholds, brought: brought.get(row.case_id) })
    }
    const found: QueueCase[] = []
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE)
      const read = await Promise.all(some.map(ofRow))
      found.push(...read.flatMap((one) => one ?? []))
    }
    const shown = found.filter(({ people }) => isWith(people, question.with))
    const practitioners = practitionersAmong(found)
    return { at, ...pageOf(shown, settings, question.from), practitioners, thresholds, settings }
  }

  async keep({ clinic, person }: Actor, settings: QueueSettings): Promise<void> {
    await this.repository.keepSettings(clinic, person, settings)
  }

  /** Each case is asked about, so that the queue shows no more than its pages would. Null where it may not be read. */
  private async ofCase(
    actor: Actor,
    { row, confidential: kept }: { row: SupervisedRow; confidential: ConfidentialRow | undefined },
    context: Omit<Parameters<typeof queueCase>[1], Read>,
  ): Promise<QueueCase | null> {
    const facts = await this.access.factsOfCase(actor.clinic, row.case_id)
    if (this.access.refusal(actor, 'plan.read', facts)) return null
    const { clinic, person: supervisor } = actor
    const [plan, confidential, people] = await Promise.all([
      this.plans.read({ clinic, log: row.plan }),
      this.plans.confidential(actor, kept),
      this.access.peopleOfCase(clinic, row.case_id),
    ])
    const reviewed = await this.plans.reviewed(actor, row, plan)
    return queueCase(row, { ...context, plan, confidential, reviewed, people, supervisor })
  }
}

function isWith(people: QueueCase['people'], practitioner: PersonId | null): boolean {
  if (practitioner === null) return true
  return people.some(({ person, relation }) => person === practitioner && relation === 'practitioner')
}

/** Those that need somebody come whole with the first page; the fine ones in pages. (SQ6) */
function pageOf(
  cases: readonly QueueCase[],
  { order }: QueueSettings,
  from: number,
): Pick<QueuePage, 'counts' | 'cases' | 'nextFrom'> {
  const named = cases.map((one) => {
    const { band, reasons, readAt } = one
    return { one, band, reasons, readAt, name: clientNames(one) }
  })
  const sorted = inQueueOrder(named, order).map(({ one }) => one)
  const of = (band: QueueBand) => sorted.filter((one) => one.band === band)
  const fine = of('fine')
  const needing = from === 0 ? [...of('today'), ...of('this-week')] : []
  const counts = { today: of('today').length, 'this-week': of('this-week').length, fine: fine.length }
  const nextFrom = fine.length > from + PAGE ? from + PAGE : null
  return { counts, cases: [...needing, ...fine.slice(from, from + PAGE)], nextFrom }
}

function clientNames({ people }: QueueCase): string {
  return people.flatMap(({ relation, name }) => (relation === 'client' ? [name] : [])).join(' ')
}
