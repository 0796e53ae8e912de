import type { Audience } from '@accord/domain/access/subject'
import type { GoalId, LogId, PersonId } from '@accord/domain/ids'
import type { TextPlace } from '@accord/domain/goal/field'
import { ChangeSet, Text } from '@codemirror/state'
import { newUuid } from '../../src/history/new-uuid.js'
import { LiveClient } from '../../src/live-plan/replay/live-client.js'
import type { TestApi } from '../api.js'
import { cookieFor, type House } from '../people.js'

export type Who = 'client' | 'practitioner' | 'supervisor'

export function audienceOf(who: Who): Audience {
  return who === 'client' ? 'portal' : 'console'
}

export function originOf(api: TestApi, audience: Audience): string {
  return api.config.origins[audience][0] ?? ''
}

/** The plan of the house's case. */
export async function planOf(api: TestApi, house: House): Promise<LogId> {
  const rows: { log_id: LogId }[] = await api.owner.query(
    `SELECT log_id FROM log WHERE case_id = $1 AND audience = 'plan'`,
    [house.case],
  )
  const plan = rows[0]?.log_id
  if (!plan) throw new Error('the case has no plan')
  return plan
}

/** Somebody's open plan, live. */
export async function openPlan(api: TestApi, house: House, who: Who, plan: LogId): Promise<LiveClient> {
  return new LiveClient(await addressFor(api, house[who], audienceOf(who)), plan).live()
}

export async function addressFor(api: TestApi, person: PersonId, audience: Audience) {
  return { origin: originOf(api, audience), cookie: await cookieFor(api, audience, person) }
}

/** Starts a goal and waits until it is stored. */
export async function startGoal(client: LiveClient, title = 'Sleep'): Promise<TextPlace> {
  const goal = newUuid(Date.now()) as GoalId
  client.command({ name: 'goal.add', goal, kind: 'change', title })
  await client.saved()
  return { goal, field: 'statement' }
}

/** Puts words in at an offset of what is on screen. */
export function type(client: LiveClient, place: TextPlace, at: number, words: string, removes = 0): void {
  const { length } = client.text(place)
  const insert = Text.of(words.split('\n'))
  client.edit(place, ChangeSet.of({ from: at, to: at + removes, insert }, length))
}
