import type { Actor } from '@accord/domain/access/subject'
import type { CaseId, ClinicId, LogId } from '@accord/domain/ids'
import { goalsInOrder } from '@accord/domain/plan/plan'
import { isRefusal, type Refusal } from '@accord/domain/refusal'
import { latestOf } from '@accord/domain/supervision/meeting'
import type { AgendaSubject } from '@accord/domain/supervision/agenda'
import { Injectable } from '@nestjs/common'
import { AccessEventRepository } from '../../audit/access-event.repository.js'
import { PlanReader } from '../../plan/plan-reader.js'
import { AgendaService } from '../../supervision/agenda.service.js'
import { MeetingService } from '../../supervision/meeting.service.js'
import { rolesOf, type DemoIds, type DemoKey } from './people.js'
import type { StoryClock } from './story-clock.js'
import { dayFrom, timeOf } from './story.js'
import { AGENDA, MEETINGS, READINGS, type AgendaDeed } from './supervision-story.js'

/** The demo clinic as it stands when its stories have been told. */
export interface ToldStories {
  readonly clinic: ClinicId
  readonly people: DemoIds
  readonly cases: readonly { readonly client: DemoKey; readonly caseId: CaseId; readonly plan: LogId }[]
  readonly clock: StoryClock
  readonly now: number
}

/** Has Ruth supervise: she reads, the two add to their agenda, meet, and sign. */
@Injectable()
export class DemoSupervision {
  constructor(
    private readonly events: AccessEventRepository,
    private readonly plans: PlanReader,
    private readonly agendas: AgendaService,
    private readonly meetings: MeetingService,
  ) {}

  async tell(told: ToldStories): Promise<void> {
    for (const reading of READINGS) await this.read(told, reading)
    for (const deed of AGENDA) await this.add(told, deed)
    for (const held of MEETINGS) await this.meet(told, held)
  }

  private async read(
    { clinic, people, clock, now, ...told }: ToldStories,
    { client, at, minutes }: (typeof READINGS)[number],
  ) {
    const { caseId, plan: log } = caseOf(told, client)
    const viewing = {
      clinic,
      caseId,
      log,
      person: people.ruth,
      relation: 'supervisor' as const,
      connection: null,
    }
    clock.startAt(timeOf(at, now))
    const opened = await this.events.replayOpened(viewing, null)
    clock.wait(minutes * 60_000)
    await this.events.replayLeft(opened)
  }

  private async add(told: ToldStories, deed: AgendaDeed) {
    told.clock.startAt(timeOf(deed.at, told.now))
    const about = await this.subjectOf(told, deed)
    const pair = { supervisor: told.people.ruth, practitioner: told.people.mara }
    must(await this.agendas.add(actorOf(told, deed.by), pair, { about, words: deed.words }))
  }

  private async subjectOf(told: ToldStories, deed: AgendaDeed): Promise<AgendaSubject> {
    if (deed.about === 'topic') return { kind: 'topic' }
    const { caseId, plan } = caseOf(told, deed.client)
    const goals = goalsInOrder(await this.plans.read({ clinic: told.clinic, log: plan }))
    const goal = goals.find(({ name }) => name.text === deed.goal)
    if (!goal) throw new Error(`${deed.client} has no goal ${deed.goal}`)
    return { kind: 'goal', caseId, goal: goal.id }
  }

  private async meet(told: ToldStories, held: (typeof MEETINGS)[number]) {
    const { people, clock, now } = told
    const ago = daysSinceFriday(now) + held.weeks * 7
    clock.startAt(timeOf({ days: ago, time: '10:05' }, now))
    const pair = { supervisor: people.ruth, practitioner: people[held.with] }
    const content = { ...held.content, day: dayFrom(now, -ago) }
    const meeting = must(await this.meetings.record(actorOf(told, 'ruth'), pair, { content, discussed: [] }))
    for (const signer of held.signedBy) {
      clock.wait(3_600_000)
      const by = actorOf(told, signer === 'ruth' ? 'ruth' : held.with)
      must(await this.meetings.sign(by, pair, meeting.id, latestOf(meeting)))
    }
  }
}

function caseOf({ cases }: Pick<ToldStories, 'cases'>, client: DemoKey) {
  const found = cases.find((one) => one.client === client)
  if (!found) throw new Error(`${client} has no case`)
  return found
}

function actorOf({ people, clinic }: ToldStories, key: DemoKey): Actor {
  return { person: people[key], clinic, audience: 'console', roles: rolesOf(key) }
}

function must<Done>(answer: Done | Refusal): Done {
  if (isRefusal(answer)) throw new Error(`the demo's supervision was refused: ${answer.refused}`)
  return answer
}

/** At least one: a meeting is recorded after it was held. */
function daysSinceFriday(now: number): number {
  return ((new Date(now).getDay() + 1) % 7) + 1
}
