import type { Actor, Audience, StaffRole } from '@accord/domain/access/subject'
import type { CaseFacts } from '@accord/domain/case/relation'
import type { CaseId, ClinicId, GoalId, LogId, PersonId, SessionId } from '@accord/domain/ids'
import { emptyNote } from '@accord/domain/note/content'
import type { TemplateId } from '@accord/domain/note/template'
import { noteHash } from '@accord/domain/note/text'
import type { NoteDraft } from '@accord/domain/rest/note'
import { AccessService } from '../../src/access/access.service.js'
import { newUuid } from '../../src/history/new-uuid.js'
import { TemplateRepository } from '../../src/note/template.repository.js'
import { PlanOpening } from '../../src/plan/plan-opening.js'
import type { TestApi } from '../api.js'
import { createCase, createClinic, createPerson, type TestClinic } from '../live/clinic.js'
import { cookieFor, givePasswords } from '../people.js'
import { A_MEETING } from '../supervision.js'
import { held } from './held-session.js'
import { ofTheClient } from './own-ways.js'

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
  /** On that session: signed, and shown to all its parties. */
  readonly note: string
  /** A form of the clinic's own. */
  readonly form: string
  /** That the plan does not hold, as its practitioner's browser says. */
  readonly alarm: string
  /** In the clinic's outbox. */
  readonly letter: string
  /** Its client's own: a passkey, and where they are signed in. */
  readonly passkey: string
  readonly device: string
  /** What its client was asked, and what came of an answer. */
  readonly request: string
  readonly safetyAlert: string
  /** What gets in the way of working with its client. */
  readonly barrier: string
  /** Brought by its clinic's administrator. */
  readonly instrument: string
  /** Opened in an emergency by somebody who isn't of the case. */
  readonly access: string
  /** What the client asked about their record. */
  readonly dataRequest: string
  readonly opener: PersonId
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
    await aPlace(api, 'own', own, other.practitioner),
    await aPlace(api, 'foreign', foreign, here.practitioner),
    await aPlace(api, 'elsewhere', there, await createPerson(api.owner, there.clinic, ['practitioner'])),
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

async function aPlace(
  api: TestApi,
  name: Place['name'],
  rooms: Omit<TestClinic, 'case'>,
  opener: PersonId,
): Promise<Place> {
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
  const access = await openedInEmergency(api, people, opener)
  return { name, ...people, opener, access, ...(await furnished(api, people)) }
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
  | 'dataRequest'
  | 'request'
  | 'safetyAlert'
  | 'barrier'
  | 'instrument'
  | 'access'
  | 'opener'
  | 'note'
  | 'form'
>

/** What somebody who isn't of the case opened of it. (EM4) */
async function openedInEmergency(api: TestApi, { caseId, client }: Unfurnished, opener: PersonId) {
  const cookie = await cookieFor(api, 'console', opener)
  const body = { caseId, client, parts: ['safety'], code: 'risk-to-self', why: 'Rang from qs900xylograph' }
  const { json } = await api.ask('console', '/api/emergency', { cookie, body })
  const { access } = json as { access?: string }
  if (access === undefined) throw new Error('nothing was opened')
  return access
}

type AskAs = (audience: Audience, path: string, body?: unknown) => Promise<Record<string, unknown>>

/** Asks as a place's own practitioner and client. */
async function askingAs(api: TestApi, { client, practitioner }: Unfurnished): Promise<AskAs> {
  const cookies = {
    console: await cookieFor(api, 'console', practitioner),
    portal: await cookieFor(api, 'portal', client),
  }
  return async (audience, path, body) => {
    const cookie = cookies[audience]
    const answer = await api.ask(audience, `/api/${path}`, body === undefined ? { cookie } : { cookie, body })
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}`)
    return answer.json as Record<string, unknown>
  }
}

/** A goal, a look that was asked about, and what a pair keeps together. */
async function furnished(api: TestApi, unfurnished: Unfurnished) {
  const { plan, caseId, practitioner, supervisor } = unfurnished
  const ask = await askingAs(api, unfurnished)
  const goal = newUuid(Date.now()) as GoalId
  const clientId = newUuid(Date.now())
  const command = { name: 'goal.add', goal, kind: 'change', title: 'Sleep' }
  await ask('console', `plans/${plan}/operations`, { plan, clientId, op: 1, command })
  const { replay: look } = await ask('console', `plans/${plan}/replays`, { goal: null })
  await ask('portal', `cases/${caseId}/looks/${String(look)}/question`, { text: 'qs901xylograph' })
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
  await ask('console', `cases/${caseId}/ending`, {})
  const [note, form] = [await signedNote(session.session, ask), await aForm(api, unfurnished)]
  const ids = { look: String(look), item, meeting: idOf([meeting]), alarm: idOf(alarms) }
  const own = await ofTheClient(api, unfurnished)
  return { goal, ...ids, ...own, ...session, note, form, ...(await answered(api, unfurnished, ask)) }
}

/** Something that was asked, an answer that somebody has to see, something in the way, and an instrument. */
async function answered(api: TestApi, unfurnished: Unfurnished, ask: AskAs) {
  const { caseId, client } = unfurnished
  const wanted = { client, instrument: 'phq-9' }
  const request = String((await ask('console', `cases/${caseId}/measures`, wanted)).request)
  const answers = [{ linkId: '9', value: 1 }]
  await ask('portal', `questionnaires/${request}/answers`, { after: 0, status: 'in-progress', answers })
  const { alerts } = await ask('console', 'safety/alerts')
  const noticed = { client, kind: 'trust', words: 'Endings' }
  const barrier = idOf([await ask('console', `cases/${caseId}/barriers`, noticed)])
  return { request, safetyAlert: idOf(alerts), barrier, instrument: await brought(api, unfurnished) }
}

/** An instrument of a place's own clinic, brought by hand: administrators of other clinics find none. */
async function brought(api: TestApi, { clinic, practitioner }: Unfurnished): Promise<string> {
  const [row]: { id: string }[] = await api.owner.query(
    `INSERT INTO instrument_edition (clinic_id, instrument_id, edition, title, questionnaire, scoring, licence_holder,
       licence_reference, licence_words, attested_by, attested_at)
     VALUES ($1, uuidv7(), '1', 'Invented', '{"item":[]}', '{"items":[]}', 'Us', 'None', 'Ours', $2, now())
     RETURNING instrument_id AS id`,
    [clinic, practitioner],
  )
  if (!row) throw new Error('no instrument was brought')
  await api.owner.query(
    `INSERT INTO instrument_state (clinic_id, instrument_id, edition, version, is_active, edited_by, edited_at)
     VALUES ($1, $2, '1', 1, true, $3, now())`,
    [clinic, row.id, practitioner],
  )
  return row.id
}

/** A note on a session as its practitioner wrote and signed it. */
async function signedNote(session: string, ask: AskAs): Promise<string> {
  const written = emptyNote({ kind: 'free' })
  const content = { ...written, sections: [{ section: 'words', words: 'qs902xylograph' }] }
  const draft = (await ask('console', `sessions/${session}/note`, {
    after: 0,
    ...content,
  })) as unknown as NoteDraft
  const stamp = { note: draft.note, session: session as SessionId, version: 1 }
  await ask('console', `notes/${draft.note}/sign`, {
    ...{ draft: 1, hash: noteHash(stamp, content), coSigner: null },
    release: { kind: 'released', to: 'everybody' },
  })
  return draft.note
}

async function aForm(api: TestApi, { clinic, practitioner: person }: Unfurnished): Promise<string> {
  const template = newUuid(Date.now()) as TemplateId
  const sections = [{ id: newUuid(Date.now()), title: 'Endings', help: '' }]
  const made = { template, version: 1, name: 'Endings', disciplines: [], sections, retired: false }
  await api.app.get(TemplateRepository, { strict: false }).add({ clinic, person }, made, Date.now())
  return template
}

function idOf(list: unknown, name = 'id'): string {
  const [first] = list as readonly Record<string, unknown>[]
  const id = first?.[name]
  if (typeof id !== 'string') throw new Error('nothing with an id was answered')
  return id
}
