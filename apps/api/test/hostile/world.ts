import type { Actor, Audience, StaffRole } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, ClinicId, GoalId, LogId, PersonId } from '@accord/domain/ids'
import { isRefusal } from '@accord/domain/refusal'
import { AccessService } from '../../src/access/access.service.js'
import { newUuid } from '../../src/history/new-uuid.js'
import { SessionService } from '../../src/session/session.service.js'
import { PlanOpening } from '../../src/plan/plan-opening.js'
import type { TestApi } from '../api.js'
import { createCase, createClinic, createPerson, type TestClinic } from '../live/clinic.js'
import { cookieFor, givePasswords } from '../people.js'
import { A_MEETING } from '../supervision.js'

/** A case as somebody may ask about it, with everything in it that an address can name. */
export interface Place {
  readonly name: 'own' | 'foreign' | 'elsewhere'
  readonly clinic: ClinicId
  readonly caseId: CaseId
  readonly facts: CaseFacts
  readonly plan: LogId
  readonly client: PersonId
  readonly practitioner: PersonId
  readonly supervisor: PersonId
  /** People of that clinic of whom no asker depends. */
  readonly spare: PersonId
  readonly spareStaff: PersonId
  readonly spareSupervisor: PersonId
  readonly goal: GoalId
  readonly look: string
  readonly item: string
  readonly meeting: string
  /** One that was held. */
  readonly session: string
  /** On its agenda. */
  readonly subject: string
  /** That the plan does not hold, as its practitioner's browser says. */
  readonly alarm: string
  /** In the clinic's outbox. */
  readonly letter: string
  /** Its client's own: a passkey, and where they are signed in. */
  readonly passkey: string
  readonly device: string
}

/** Somebody who asks, signed in at their app; nobody has no cookie. */
export interface Asker {
  readonly name: string
  readonly actor: Actor | null
  readonly audience: Audience
  readonly cookie: string
}

export interface World {
  readonly places: readonly Place[]
  readonly askers: readonly Asker[]
}

/** Two clinics: one with two cases, in which everybody who asks is somebody, and one in which they are nobody. */
export async function aWorld(api: TestApi): Promise<World> {
  const here = await createClinic(api.owner)
  const there = await createClinic(api.owner)
  const person = (roles: readonly StaffRole[] = []) => createPerson(api.owner, here.clinic, roles)
  const guardian = await person()
  const other = { client: await person(), practitioner: await person(['practitioner']) }
  const own = { ...here, parties: [...here.parties, { person: guardian, relation: 'guardian' as const }] }
  const foreign: Omit<TestClinic, 'case'> = {
    ...here,
    ...other,
    supervisor: await person(['supervisor']),
    parties: [
      { person: other.practitioner, relation: 'practitioner' },
      { person: other.client, relation: 'client' },
    ],
  }
  const places = [
    await aPlace(api, 'own', own),
    await aPlace(api, 'foreign', foreign),
    await aPlace(api, 'elsewhere', there),
  ]
  const at = (audience: Audience, name: string, who: PersonId, ...roles: StaffRole[]) =>
    signedIn(api, { name, actor: { person: who, clinic: here.clinic, audience, roles } })
  const askers: Asker[] = [
    await at('console', 'practitioner of the case', here.practitioner, 'practitioner'),
    await at('console', 'other practitioner', other.practitioner, 'practitioner'),
    await at('portal', 'client of the case', here.client),
    await at('portal', 'other client', other.client),
    await at('portal', 'guardian', guardian),
    await at('console', 'supervisor', here.supervisor, 'supervisor'),
    await at('console', 'administrator', here.administrator, 'administrator'),
    { name: 'signed out', actor: null, audience: 'console', cookie: '' },
  ]
  return { places, askers }
}

async function signedIn(api: TestApi, { name, actor }: { name: string; actor: Actor }): Promise<Asker> {
  return { name, actor, audience: actor.audience, cookie: await cookieFor(api, actor.audience, actor.person) }
}

async function aPlace(api: TestApi, name: Place['name'], rooms: Omit<TestClinic, 'case'>): Promise<Place> {
  const { clinic, client, practitioner, supervisor, parties, administrator: by } = rooms
  const spare = await createPerson(api.owner, clinic, [])
  const spareStaff = await createPerson(api.owner, clinic, ['practitioner'])
  const everybody = [...parties, { person: spare, relation: 'client' as const }]
  const caseId = await createCase(api.owner, { ...rooms, parties: everybody })
  const spareSupervisor = await createPerson(api.owner, clinic, ['supervisor'])
  const alsoSupervises = `INSERT INTO case_supervisor (clinic_id, case_id, person_id, since) VALUES ($1, $2, $3, now())`
  await api.owner.query(alsoSupervises, [clinic, caseId, spareSupervisor])
  await api.app.get(PlanOpening).open({ clinic, case: caseId, parties: everybody, at: Date.now(), by })
  await givePasswords(api.owner)
  // Somebody who has no password yet can be given a first sign-in.
  await api.owner.query('UPDATE person SET password_hash = NULL WHERE person_id = $1', [spare])
  const facts = await api.app.get(AccessService).factsOfCase(clinic, caseId)
  if (!facts) throw new Error('the case is not there')
  const plan = await planOf(api, caseId)
  const spares = { spare, spareStaff, spareSupervisor }
  const people = { clinic, caseId, facts, plan, client, practitioner, supervisor, ...spares }
  return { name, ...people, ...(await furnished(api, people)) }
}

async function planOf(api: TestApi, caseId: CaseId): Promise<LogId> {
  const sql = `SELECT log_id FROM log WHERE case_id = $1 AND audience = 'plan'`
  const [row]: { log_id: LogId }[] = await api.owner.query(sql, [caseId])
  if (!row) throw new Error('the case has no plan')
  return row.log_id
}

type Unfurnished = Omit<
  Place,
  | 'name'
  | 'goal'
  | 'look'
  | 'item'
  | 'meeting'
  | 'session'
  | 'subject'
  | 'alarm'
  | 'letter'
  | 'passkey'
  | 'device'
>

/** A goal, a look that was asked about, and what a pair keeps together. */
async function furnished(api: TestApi, unfurnished: Unfurnished) {
  const { plan, caseId, client, practitioner, supervisor } = unfurnished
  const cookies = {
    console: await cookieFor(api, 'console', practitioner),
    portal: await cookieFor(api, 'portal', client),
  }
  const ask = async (audience: Audience, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const cookie = cookies[audience]
    const answer = await api.ask(audience, `/api/${path}`, body === undefined ? { cookie } : { cookie, body })
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}`)
    return answer.json as Record<string, unknown>
  }
  const goal = newUuid(Date.now()) as GoalId
  const clientId = newUuid(Date.now())
  const command = { name: 'goal.add', goal, kind: 'change', title: 'Sleep' }
  await ask('console', `plans/${plan}/operations`, { plan, clientId, op: 1, command })
  const { replay: look } = await ask('console', `plans/${plan}/replays`, { goal: null })
  await ask('portal', `cases/${caseId}/looks/${String(look)}/question`, { text: 'Why?' })
  const pair = `supervision/pairs/${supervisor}/${practitioner}`
  const agenda = await ask('console', `${pair}/agenda`, { about: { kind: 'topic' }, words: 'Endings' })
  const item = idOf(agenda.items)
  const meeting = await ask('console', `${pair}/meetings`, { content: A_MEETING, discussed: [] })
  await ask('console', `plans/${plan}/alarms`, { found: 'witness', reason: 'shorter', seq: 2 })
  const { alarms } = await ask('console', 'alarms')
  const session = await held(api, unfurnished, async (scheduled) => {
    const board = await ask('console', `sessions/${scheduled}/agenda`, { words: 'Endings' })
    return idOf(board.agenda, 'subject')
  })
  const own = await ofTheClient(api, unfurnished)
  return {
    goal,
    look: String(look),
    item,
    meeting: idOf([meeting]),
    alarm: idOf(alarms),
    ...own,
    ...session,
  }
}

/** One to its client, of which everything but its state is as in life. */
async function aLetter(api: TestApi, { clinic, client }: Unfurnished): Promise<string> {
  const [letter] = await api.owner.query<{ mail_id: string }[]>(
    `INSERT INTO mail (mail_id, clinic_id, person_id, kind, audience, state, written_at, due_at)
     VALUES (uuidv7(), $1, $2, 'new-device', 'portal', 'kept', now(), now()) RETURNING mail_id`,
    [clinic, client],
  )
  if (!letter) throw new Error('no letter was written')
  return letter.mail_id
}

/** Where the client is signed in, and a passkey that no device answers with. */
async function ofTheClient(api: TestApi, of: Unfurnished) {
  const { clinic, client } = of
  const [signIn] = await api.owner.query<{ id: string }[]>(
    'SELECT sign_in_id AS id FROM sign_in WHERE person_id = $1',
    [client],
  )
  const [passkey] = await api.owner.query<{ id: string }[]>(
    `INSERT INTO passkey (passkey_id, clinic_id, person_id, audience, credential_id, public_key, counter, transports,
       device, created_at) VALUES (uuidv7(), $1, $2, 'portal', uuid_send(uuidv7()), '\\x00', 0, '{}', '', now())
     RETURNING passkey_id AS id`,
    [clinic, client],
  )
  if (!signIn || !passkey) throw new Error('the client has no way in')
  return { device: signIn.id, passkey: passkey.id, letter: await aLetter(api, of) }
}

/** A session of the case that has ended, with a subject on its agenda. */
async function held(
  api: TestApi,
  { clinic, caseId, practitioner: person }: Unfurnished,
  put: (session: string) => Promise<string>,
): Promise<Pick<Place, 'session' | 'subject'>> {
  const sessions = api.app.get(SessionService, { strict: false })
  const wish = { kind: 'work', place: 'room', scheduledFor: Date.now(), minutes: 50 } as const
  const made = await sessions.schedule({ clinic, person }, { ...wish, caseId })
  if (isRefusal(made)) throw new Error(made.refused)
  const subject = await put(made.session)
  await sessions.move({ clinic, person }, made.session, 'live')
  await sessions.move({ clinic, person }, made.session, 'ended')
  return { session: made.session, subject }
}

function idOf(list: unknown, name = 'id'): string {
  const [first] = list as readonly Record<string, unknown>[]
  const id = first?.[name]
  if (typeof id !== 'string') throw new Error('nothing with an id was answered')
  return id
}
