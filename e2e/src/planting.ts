import { randomUUID } from 'node:crypto'
import type { Asking } from './asking.js'
import { aNoteThatIsShown } from './note-shown.js'
import { PAYLOADS, payloadsApart, payloadsOf } from './payloads.js'

/** The people who say it, each at their app. */
export interface Sayers {
  readonly practitioner: Asking
  readonly supervisor: Asking
  readonly administrator: Asking
  readonly client: Asking
  /** A practitioner of other cases. */
  readonly colleague: Asking
}

/** Where it stands now. */
export interface PlantedPlace {
  readonly caseId: string
  readonly plan: string
  readonly goal: string
  readonly draft: string
  readonly client: string
  readonly held: string
  /** On another session, shown to its client, with their reply. */
  readonly note: string
  readonly next: string
  /** What the client is asked to fill in, and which instrument that is. */
  readonly request: string
  readonly instrument: string
  /** What the colleague opened in an emergency. */
  readonly access: string
}

interface Case {
  readonly caseId: string
  readonly plan: string
  readonly relation: string
  readonly people: readonly { readonly person: string; readonly relation: string }[]
}

/** Puts all sixty payloads into the text fields of both apps, as the people would who write there. */
export async function plantPayloads(sayers: Sayers): Promise<PlantedPlace> {
  const { cases } = await sayers.client.get<{ cases: readonly Case[] }>('cases')
  const [own] = cases
  if (!own) throw new Error('the client has no case')
  const of = (relation: string) => own.people.find((one) => one.relation === relation)?.person ?? ''
  const people = { client: of('client'), practitioner: of('practitioner'), supervisor: of('supervisor') }
  const goal = await inThePlan(sayers, own.plan)
  const draft = await inDrafts(sayers, own.caseId)
  const sessions = await inSessions(sayers, own.caseId, people.client)
  await inTheCase(sayers, own, people.client)
  await inSupervision(sayers, own, people)
  await atTheDesk(sayers, people)
  const shown = { ...sayers, caseId: own.caseId, words: payloadsOf(4_000, 17) }
  const note = await aNoteThatIsShown({ ...shown, reply: payloadsOf(4_000, 23) })
  const asked = { client: people.client, instrument: 'phq-9' }
  const { request } = await sayers.practitioner.send<{ request: string }>(
    `cases/${own.caseId}/measures`,
    asked,
  )
  const danger = {
    caseId: own.caseId,
    client: people.client,
    parts: ['safety', 'goals'],
    code: 'risk-to-self',
  }
  const why = payloadsOf(500, 9)
  const wish = { id: uuidV7(), kind: 'access', caseId: own.caseId, words: payloadsOf(4_000) }
  await sayers.client.send('me/requests', wish)
  const { access } = await sayers.colleague.send<{ access: string }>('emergency', { ...danger, why })
  return { caseId: own.caseId, plan: own.plan, goal, draft, note, access, ...asked, request, ...sessions }
}

export const operation = (plan: string, what: object) => ({ plan, clientId: uuidV7(), op: 1, ...what })

async function inThePlan({ client, practitioner }: Sayers, plan: string): Promise<string> {
  const command = async (who: Asking, what: object) =>
    who.send<{ seq: number }>(`plans/${plan}/operations`, operation(plan, { command: what }))
  // A goal's name is short, so it takes many goals; the last one holds everything else.
  let goal = ''
  let base = 0
  for (const title of payloadsApart(80)) {
    goal = uuidV7()
    base = (await command(client, { name: 'goal.add', goal, kind: 'change', title })).seq
  }
  const all = payloadsOf(4_000)
  for (const field of ['statement', 'why']) {
    const text = operation(plan, { base, goal, field, changes: [[0, all]] })
    base = (await client.send<{ seq: number }>(`plans/${plan}/operations`, text)).seq
  }
  for (const text of payloadsApart(1_000)) {
    await command(client, { name: 'step.add', goal, step: uuidV7(), text })
    await command(practitioner, { name: 'comment.add', goal, comment: uuidV7(), text, asks: false })
    await command(client, { name: 'topic.add', goal, topic: uuidV7(), about: text, helps: text })
    await command(client, { name: 'win.add', goal, win: uuidV7(), text })
  }
  const levels = payloadsApart(290).slice(0, 5)
  await command(practitioner, { name: 'scale.describe', goal, levels })
  return goal
}

async function inDrafts({ client, practitioner }: Sayers, caseId: string): Promise<string> {
  const draft = uuidV7()
  for (const [who, kind] of [
    [client, 'drafts'],
    [practitioner, 'private'],
  ] as const) {
    const { log } = await who.send<{ log: string }>(`cases/${caseId}/${kind}`)
    const goal = kind === 'drafts' ? draft : uuidV7()
    const command = { name: 'goal.add', goal, kind: 'change', title: payloadsOf(80, 7) }
    const { seq: base } = await who.send<{ seq: number }>(
      `plans/${log}/operations`,
      operation(log, { command }),
    )
    const text = { base, goal, field: 'statement', changes: [[0, payloadsOf(4_000)]] }
    await who.send(`plans/${log}/operations`, operation(log, text))
  }
  return draft
}

async function inSessions({ client, practitioner }: Sayers, caseId: string, person: string) {
  const made: string[] = []
  for (const days of [0, 1]) {
    const at = { kind: 'work', place: 'room', scheduledFor: Date.now() + days * 86_400_000, minutes: 50 }
    const { session } = await practitioner.send<{ session: string }>(`cases/${caseId}/sessions`, at)
    made.push(session)
    for (const from of [0, 20, 40])
      await practitioner.send(`sessions/${session}/agenda`, { words: payloadsOf(200, from) })
  }
  const [held = '', next = ''] = made
  await practitioner.send(`sessions/${held}/start`)
  await practitioner.send(`sessions/${held}/closing`, { after: 0, words: payloadsOf(1_000, 11) })
  await practitioner.send(`sessions/${held}/end`)
  const ratings = { goals: 3, tasks: 3, bond: 3, heard: 3 }
  const answers = { ratings, words: payloadsOf(1_000, 31) }
  await client.send(`sessions/${held}/check-in`, { after: 0, shownTo: 'now', answers })
  const place = { kind: 'check-in', item: held, entry: 1 }
  await client.send(`cases/${caseId}/addenda`, { place, number: 1, words: payloadsOf(4_000, 7) })
  const repair = { client: person, session: held, step: 'noticed', words: payloadsOf(500, 50) }
  await practitioner.send(`cases/${caseId}/repairs`, repair)
  return { held, next }
}

async function inTheCase(
  { client, practitioner, supervisor }: Sayers,
  { caseId, plan }: Case,
  person: string,
) {
  const names = [
    'callMe',
    'languages',
    'interpreter',
    'temperature',
    'light',
    'sound',
    'touch',
    'scent',
    'wordsToAvoid',
  ]
  const words = Object.fromEntries(names.map((name, at) => [name, payloadsOf(200, at * 7)]))
  const comfort = await client.get<{ profiles?: readonly { version: number }[] }>(`cases/${caseId}/comfort`)
  await client.send(`cases/${caseId}/comfort/${person}`, {
    after: comfort.profiles?.[0]?.version ?? 0,
    words,
  })
  await practitioner.send(`cases/${caseId}/phases`, { phase: 'process', reason: payloadsOf(500, 3) })
  const { replay } = await supervisor.send<{ replay: string }>(`plans/${plan}/replays`, { goal: null })
  await client.send(`cases/${caseId}/looks/${replay}/question`, { text: payloadsOf(1_000, 13) })
  await supervisor.send(`cases/${caseId}/looks/${replay}/answer`, { text: payloadsOf(1_000, 43) })
}

async function inSupervision(
  { supervisor }: Sayers,
  { caseId, plan }: Case,
  people: Record<'practitioner' | 'supervisor', string>,
) {
  const { entries } = await supervisor.get<{ entries: readonly { seq: number; hash: string }[] }>(
    `plans/${plan}/history`,
  )
  const first = entries[0]
  const pin = { plan, seq: first?.seq, hash: first?.hash, goal: null, passage: null }
  const said = { id: uuidV7(), pin, text: payloadsOf(4_000) }
  await supervisor.send(`cases/${caseId}/review/acts`, {
    kind: 'review.comment',
    ...said,
    readers: 'practitioner',
  })
  await supervisor.send(`cases/${caseId}/review/acts`, { kind: 'review.ask', ...said, id: uuidV7() })
  const pair = `supervision/pairs/${people.supervisor}/${people.practitioner}`
  await supervisor.send(`${pair}/agenda`, { about: { kind: 'topic' }, words: payloadsOf(1_000, 5) })
  const actions = [{ what: payloadsOf(400, 30), who: 'supervisor', due: null }]
  const content = { day: '2026-11-06', minutes: 50, form: { kind: 'individual' }, medium: 'in-person' }
  const written = {
    people: payloadsOf(400, 25),
    topics: payloadsOf(4_000),
    risk: payloadsOf(4_000),
    actions,
    observation: 'none',
  }
  await supervisor.send(`${pair}/meetings`, { content: { ...content, ...written }, discussed: [] })
}

async function atTheDesk({ administrator }: Sayers, people: Record<'client' | 'supervisor', string>) {
  const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`
  const rows = PAYLOADS.map((name, at) => `${quoted(name)},payload-${at}@clinic.example`)
  await administrator.send('clients/import', { csv: `name,email\n${rows.join('\n')}\n` })
  const { version } = await administrator.get<{ version: number }>('clinic/review-checklist')
  const items = payloadsApart(200).slice(0, 20)
  await administrator.send('clinic/review-checklist', { over: version, items }, 'PUT')
  const kept = { language: 'en', phone: null, dateOfBirth: null, email: 'samuel@alderhouse.example' }
  const emergencyContact = {
    name: payloadsOf(200, 12),
    relation: payloadsOf(100, 22),
    phone: '+44 20 7946 0000',
  }
  const client = { ...kept, name: payloadsOf(200, 2), pronouns: payloadsOf(40, 1), emergencyContact }
  await administrator.send(`clients/${people.client}`, client, 'PUT')
  const staff = { name: payloadsOf(200, 33), email: 'ruth@alderhouse.example', roles: ['supervisor'] }
  await administrator.send(`staff/${people.supervisor}`, staff, 'PUT')
}

/** A new id as the apps make them: time first. */
export function uuidV7(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  const random = randomUUID().replaceAll('-', '')
  const variant = ((Number.parseInt(random.charAt(16), 16) & 3) | 8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(13, 16)}-${variant}${random.slice(17, 20)}-${random.slice(20)}`
}
