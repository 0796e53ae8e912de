import type { PersonId } from '@accord/domain/ids'
import type { Audience } from '@accord/domain/access/subject'
import type { MeetingContent } from '@accord/domain/supervision/meeting'
import { PlanOpening } from '../src/plan/plan-opening.js'
import type { TestApi } from './api.js'
import { createCase, createPerson } from './live/clinic.js'
import { aHouse, cookieFor, givePasswords, type House } from './people.js'

/** A house with a second practitioner, whose client has the same supervisor. */
export async function aSupervisedHouse(api: TestApi) {
  const house = await aHouse(api)
  const hanna = await createPerson(api.owner, house.clinic, ['practitioner'])
  const grace = await createPerson(api.owner, house.clinic, [])
  const parties = [
    { person: hanna, relation: 'practitioner' as const },
    { person: grace, relation: 'client' as const },
  ]
  const hannasCase = await createCase(api.owner, { ...house, practitioner: hanna, client: grace, parties })
  const { clinic, administrator: by } = house
  await api.app.get(PlanOpening).open({ clinic, case: hannasCase, parties, at: Date.now(), by })
  await givePasswords(api.owner)
  return { ...house, hanna, hannasCase }
}

export type SupervisedHouse = Awaited<ReturnType<typeof aSupervisedHouse>>

export const A_MEETING: MeetingContent = {
  day: '2026-11-06',
  minutes: 60,
  form: { kind: 'individual' },
  medium: 'video',
  people: '',
  topics: 'How endings begin',
  risk: '',
  actions: [{ what: 'Bring the recording', who: 'practitioner', due: '2026-11-20' }],
  observation: 'none',
}

/** Somebody at one of the apps, who asks what a supervisor and a practitioner keep. */
export async function seatOf(api: TestApi, audience: Audience, person: PersonId, house: House) {
  const cookie = await cookieFor(api, audience, person)
  const pair = `/api/supervision/pairs/${house.supervisor}/${house.practitioner}`
  const ask = (path: string, body?: unknown, method?: string) =>
    api.ask(audience, path, {
      cookie,
      ...(body === undefined ? {} : { body }),
      ...(method === undefined ? {} : { method }),
    })
  return { cookie, pair, ask, ofPair: (path: string, body?: unknown) => ask(`${pair}/${path}`, body) }
}
