import type { Actor } from '@accord/domain/access/subject'
import { livePartyOf } from '@accord/domain/case/party'
import type { CaseId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { isRefusal, refuse, type Refusal } from '@accord/domain/refusal'
import type { Agenda } from '@accord/domain/rest/supervision'
import type { AgendaItem, AgendaSubject } from '@accord/domain/supervision/agenda'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import { CaseRepository } from '../case/case.repository.js'
import { PlanReader } from '../plan/plan-reader.js'
import type { PairPlace } from './pair.repository.js'

/** What items of an agenda are about, for those to whom that case is open. (SQ9) */
@Injectable()
export class AgendaSubjects {
  constructor(
    private readonly access: AccessService,
    private readonly cases: CaseRepository,
    private readonly plans: PlanReader,
  ) {}

  /** What the goal is called now; refused where there is no such thing in a case of the two. */
  async goalNameOf(actor: Actor, place: PairPlace, about: AgendaSubject): Promise<string | Refusal> {
    if (about.kind === 'topic') return ''
    const facts = await this.access.factsOfCase(actor.clinic, about.caseId)
    const no = this.access.refusal(actor, 'plan.read', facts)
    if (no || !facts) return no ?? refuse('not-found')
    const isTheirs =
      facts.supervisors.includes(place.supervisor) &&
      livePartyOf(facts.parties, place.practitioner)?.relation === 'practitioner'
    if (isTheirs && about.kind === 'case') return ''
    const row = isTheirs ? await this.cases.one(actor.clinic, about.caseId, actor.person) : null
    if (!row || about.kind === 'case') return refuse('not-found')
    const plan = await this.plans.read({ clinic: actor.clinic, log: row.plan })
    if (about.kind === 'moment' && about.seq > plan.seq) return refuse('not-found')
    if (about.goal === null) return ''
    const goal = goalOf(plan, about.goal)
    if (!goal) return refuse('unknown-goal')
    const { comments, name } = goal
    if (about.kind === 'comment' && !comments.some(({ id }) => id === about.comment))
      return refuse('not-found')
    return name.text
  }

  /** With the clients' names, and without what is about a case that is not the asker's now. */
  async named(actor: Actor, items: readonly AgendaItem[]): Promise<Agenda['items']> {
    const ids = new Set(items.flatMap(({ about }) => (about.kind === 'topic' ? [] : [about.caseId])))
    const clients = new Map<CaseId, readonly string[]>()
    for (const id of ids) {
      const names = await this.clientsOf(actor, id)
      if (!isRefusal(names)) clients.set(id, names)
    }
    return items.flatMap((item) => {
      if (item.about.kind === 'topic') return [{ ...item, clients: [] }]
      const names = clients.get(item.about.caseId)
      return names ? [{ ...item, clients: names }] : []
    })
  }

  private async clientsOf(actor: Actor, caseId: CaseId): Promise<readonly string[] | Refusal> {
    const no = this.access.refusal(actor, 'case.read', await this.access.factsOfCase(actor.clinic, caseId))
    if (no) return no
    const people = await this.access.peopleOfCase(actor.clinic, caseId)
    return people.flatMap(({ name, relation }) => (relation === 'client' ? [name] : []))
  }
}
