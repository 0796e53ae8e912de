import { PHQ_9 } from '@accord/domain/measure/built-in'
import { PHQ_9_QUESTIONNAIRE } from '@accord/domain/measure/phq-9'
import { DEFAULT_THRESHOLDS } from '@accord/domain/supervision/thresholds'
import { newUuid } from '../../src/history/new-uuid.js'
import type { TestApi } from '../api.js'
import type { Answer } from '../ask.js'
import type { RouteDoor } from './doors.js'
import { aMomentOf } from './record-item.js'
import { examplesOf, type Hints } from './schema.js'
import type { Asker, Place } from './world.js'

/** One asker at one route about one place. */
export interface Cell {
  readonly door: RouteDoor
  readonly asker: Asker
  readonly place: Place
}

/** Asks as the route's own schema wants to be asked, about what the place holds. */
export async function askCell(api: TestApi, { door, asker, place }: Cell, replay: string): Promise<Answer> {
  const { verb: method, path, body, query } = door
  const person = path.includes('/supervisors') ? place.spareSupervisor : place.spare
  const hints = { ...hintsFor(place, replay), person: [person] }
  const address = `${addressOf(path, place, replay)}${queryOf(query ? examplesOf(query, hints)[0] : null)}`
  const { audience, cookie } = asker
  if (method === 'GET') return api.ask(audience, address, { cookie })
  const sent = body ? examplesOf(body, hints)[0] : {}
  return api.ask(audience, address, { method, cookie, body: sent })
}

/** A route's address with what a place has for each parameter. */
export function addressOf(path: string, place: Place, replay: string): string {
  const staff = path.startsWith('/api/staff') ? place.spareStaff : null
  const id = staff ?? (path.startsWith('/api/clients') ? place.client : place.spare)
  const named: Readonly<Record<string, unknown>> = {
    ...place,
    purpose: 'supervision',
    part: 'safety',
    replay,
    id,
  }
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = named[name]
    if (typeof value !== 'string') throw new Error(`nothing in a place is called ${name}`)
    return value
  })
}

export function queryOf(query: unknown): string {
  if (query === null || query === undefined) return ''
  return `?${new URLSearchParams(query as Record<string, string>).toString()}`
}

/** An instrument that there is, an age, and a number to ring. */
const OF_MEASURES: Hints = {
  ...{ age: [18], linkId: ['1'], instrument: ['phq-9'], version: ['1999'], of: [null], expiresOn: [null] },
  ...{
    population: ['adults, NHS Talking Therapies'],
    questionnaire: [PHQ_9_QUESTIONNAIRE],
    scoring: [PHQ_9],
  },
  ...{ number: ['112'], phone: ['112', null] },
}

/** What a place has for the keys of a message. */
export function hintsFor(place: Place, replay: string): Hints {
  const { plan, caseId, goal, practitioner, client, item, facts, session } = place
  const fresh = newUuid(Date.now())
  return {
    ...{ plan: [plan], caseId: [caseId], replay: [replay], practitioner: [practitioner] },
    ...{ client: [client], session: [session], answers: [null] },
    ...{
      goal: [goal, null],
      clientId: [newUuid(Date.now())],
      op: [1],
      step: [undefined],
      undoes: [undefined],
    },
    ...{ base: [facts.parties.length + 1], upTo: [1], insteadOf: [null], to: ['17:00'], from: ['09:00'] },
    ...{ email: [`${fresh}@example.org`], items: [[item]], discussed: [[]], about: [{ kind: 'topic' }] },
    parties: [
      [
        { person: practitioner, relation: 'practitioner' },
        { person: client, relation: 'client' },
      ],
    ],
    command: [{ name: 'goal.add', goal: fresh, kind: 'change', title: 'Sleep' }],
    supervisors: [[]],
    ...OF_MEASURES,
    ...{ phase: ['commitment'], thresholds: [DEFAULT_THRESHOLDS] },
    words: ['Endings'],
    ...{ callLink: [null], section: ['words'], place: [aMomentOf(place)] },
    region: ['front:head'],
    intensity: [null],
    quotes: [[]],
    ...{ why: ['Rang from the bridge'], parts: [['safety']] },
    ...{ authority: ['law'], consent: [null], heldUntil: [null], toldAt: [1] },
    timeZone: ['Europe/Stockholm'],
    transports: [['internal']],
    by: ['hand'],
    password: ['not the right one'],
    csv: ['name,email\n'],
  }
}
