import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Audience } from '@accord/domain/access/subject'
import type { LogId, PersonId } from '@accord/domain/ids'
import { startTestApi, type TestApi } from '../../test/api.js'
import { createClinic, createPerson } from '../../test/live/clinic.js'
import { planOf } from '../../test/live/clients.js'
import { newClientId, until, Wire } from '../../test/live/wire.js'
import { aHouse, cookieFor, givePasswords, type House } from '../../test/people.js'

let api: TestApi
let house: House
let plan: LogId
let cookies: Record<Who, string>
const wires = new Map<Who, Wire>()

const APPS = {
  client: 'portal',
  partner: 'portal',
  guardian: 'portal',
  otherClient: 'portal',
  practitioner: 'console',
  supervisor: 'console',
  administrator: 'console',
  stranger: 'console',
} as const satisfies Record<string, Audience>
type Who = keyof typeof APPS
const EVERYBODY = Object.keys(APPS) as readonly Who[]

beforeAll(async () => {
  api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  house = await aHouse(api)
  plan = await planOf(api, house)
  const joins = async (relation: 'client' | 'guardian') => {
    const person = await createPerson(api.owner, house.clinic, [])
    await api.owner.query(
      `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, $4, now())`,
      [house.clinic, house.case, person, relation],
    )
    return person
  }
  const elsewhere = await createClinic(api.owner)
  const stranger = elsewhere.practitioner
  const people: Record<Who, PersonId> = {
    ...{ ...house, stranger, partner: await joins('client'), guardian: await joins('guardian') },
  }
  await givePasswords(api.owner)
  const signedIn = EVERYBODY.map(async (who) => [who, await cookieFor(api, APPS[who], people[who])] as const)
  cookies = Object.fromEntries(await Promise.all(signedIn)) as Record<Who, string>
  for (const who of EVERYBODY) {
    const origin = api.config.origins[APPS[who]][0] ?? ''
    const wire = new Wire(origin, { origin, cookie: cookies[who] })
    await until(() => wire.socket.connected)
    wires.set(who, wire)
  }
}, 30_000)

afterAll(async () => {
  for (const { socket } of wires.values()) socket.disconnect()
  await api.stop()
})

const ask = (who: Who, path: string, body: object) => api.ask(APPS[who], path, { cookie: cookies[who], body })
const toldOf = (who: Who) =>
  (wires.get(who)?.heard ?? []).filter(({ event }) => event === 'stirred').map(({ message }) => message)

/** Who is told of something that somebody does, and what; nobody joined anything. */
async function toldAfter(work: () => Promise<{ status: number; text: string }>) {
  for (const { heard } of wires.values()) heard.length = 0
  const { status, text } = await work()
  if (status > 299) throw new Error(text)
  await until(() => toldOf('practitioner').length > 0, 2_000)
  // Everybody is told in one go: whoever is answered afterwards and was not told by then is not told.
  const nowhere = { plan: newClientId(), clientId: newClientId(), have: null, snapshot: true }
  await Promise.all([...wires.values()].map((wire) => wire.say('join', nowhere)))
  const told = EVERYBODY.filter((who) => toldOf(who).length > 0)
  return { told: told.sort(), what: toldOf('practitioner') }
}

describe('being told where to look', () => {
  it('[PU1] [PU2] of a pack: its parties and supervisors, by ids alone', async () => {
    const begun = await toldAfter(() => ask('practitioner', `/api/cases/${house.case}/ending`, {}))
    expect(begun.what).toEqual([{ caseId: house.case, of: 'ending' }])
    expect(begun.told).toEqual(['client', 'guardian', 'partner', 'practitioner', 'supervisor'])
    const write = { kind: 'write', box: 'changed', after: 0, words: 'I sleep.' }
    const written = await toldAfter(() => ask('client', `/api/cases/${house.case}/ending/acts`, write))
    expect(written.told).toEqual(begun.told)
  })

  it('[PU2] [BA3] of what gets in a client’s way: neither their partner nor a guardian', async () => {
    const noticed = { client: house.client, kind: 'trust', words: 'Saying fine and meaning no' }
    const { told, what } = await toldAfter(() => ask('client', `/api/cases/${house.case}/barriers`, noticed))
    expect(what).toEqual([{ caseId: house.case, of: 'barriers' }])
    expect(told).toEqual(['client', 'practitioner', 'supervisor'])
  })

  it('[PU2] of what the bell rings for: whoever reads the plan, and no drafts', async () => {
    const goal = newClientId()
    const operation = (command: object) => ({ plan, clientId: newClientId(), op: 1, command })
    const shared = { name: 'goal.share', goal, kind: 'change', title: 'Sleep', statement: 'By ten', why: '' }
    const { told, what } = await toldAfter(() =>
      ask('client', `/api/plans/${plan}/operations`, operation(shared)),
    )
    expect(what).toEqual([{ caseId: house.case, of: 'attention' }])
    expect(told).toEqual(['client', 'guardian', 'partner', 'practitioner', 'supervisor'])
  })
})
