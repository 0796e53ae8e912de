import type { Asking } from './asking.js'
import { aNoteThatIsShown } from './note-shown.js'
import { operation, uuidV7 } from './planting.js'

/** Who writes, each at their app. */
export interface Writers {
  readonly client: Asking
  readonly practitioner: Asking
  readonly supervisor: Asking
}

const BOXES = [
  'goal',
  'draft',
  'private draft',
  'client’s agenda',
  'practitioner’s agenda',
  'comfort',
  'check-in for the supervisor',
  'repair',
  'note that is unsigned',
  'reflection',
  'process note',
  'supervision agenda',
  'comment for the practitioner',
  'comment for the client',
  'question about a look',
  'safety plan',
  'what gets in the way',
  'addendum to that check-in',
  'note that is shown',
  'reply to a note',
  'data request',
] as const

/** A box that somebody writes in, by what stands in it. */
export type Box = (typeof BOXES)[number]

export interface Planted {
  readonly words: Readonly<Record<Box, string>>
  /** What may stand for each name in an address. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  readonly caseId: string
  readonly session: string
  readonly goal: string
}

interface Case {
  readonly caseId: string
  readonly plan: string
  readonly people: readonly { readonly person: string; readonly relation: string }[]
}

/** Puts a word of its own into the boxes of one case, as the people would who write there; the supervisor replays its plan. */
export async function plantWords(writers: Writers): Promise<Planted> {
  const { client, practitioner, supervisor } = writers
  const words = Object.fromEntries(
    BOXES.map((box, at) => [box, `quince${String(at)}${uuidV7().slice(-6)}`]),
  ) as Record<Box, string>
  const { cases } = await client.get<{ cases: readonly Case[] }>('cases')
  const [own] = cases
  if (!own) throw new Error('the client has no case')
  const { caseId, plan } = own
  const of = (relation: string) => own.people.find((one) => one.relation === relation)?.person ?? ''
  const [person, pair] = [of('client'), { supervisor: of('supervisor'), practitioner: of('practitioner') }]

  const goal = await inALog(client, plan, words.goal)
  const draft = await client.send<{ log: string }>(`cases/${caseId}/drafts`)
  await inALog(client, draft.log, words.draft)
  const kept = await practitioner.send<{ log: string }>(`cases/${caseId}/private`)
  await inALog(practitioner, kept.log, words['private draft'])

  const session = await inASession(writers, { caseId, person, words })
  const comfort = await client.get<{ profiles?: readonly { client: string; version: number }[] }>(
    `cases/${caseId}/comfort`,
  )
  await client.send(`cases/${caseId}/comfort/${person}`, {
    after: comfort.profiles?.find((one) => one.client === person)?.version ?? 0,
    words: { ...NOTHING_SAID, light: words.comfort },
  })

  const { entries } = await supervisor.get<{ entries: readonly { seq: number; hash: string }[] }>(
    `plans/${plan}/history`,
  )
  const pin = { plan, seq: entries[0]?.seq, hash: entries[0]?.hash, goal: null, passage: null }
  for (const readers of ['practitioner', 'client'] as const) {
    const said = { kind: 'review.comment', id: uuidV7(), pin, readers }
    await supervisor.send(`cases/${caseId}/review/acts`, {
      ...said,
      text: words[`comment for the ${readers}`],
    })
  }
  await supervisor.send(`plans/${plan}/replays`, { goal: null })
  await practitioner.send(`supervision/pairs/${pair.supervisor}/${pair.practitioner}/agenda`, {
    about: { kind: 'topic' },
    words: words['supervision agenda'],
  })
  const line = [{ words: words['safety plan'], phone: null }]
  const steps = { signs: line, coping: [], people: [], professionals: [], surroundings: [], reasons: [] }
  await practitioner.send(`cases/${caseId}/safety-plans/${person}`, { after: 0, steps })
  const barrier = { client: person, kind: 'trust', words: words['what gets in the way'] }
  await client.send(`cases/${caseId}/barriers`, barrier)
  const shown = { caseId, practitioner, client, words: words['note that is shown'] }
  const note = await aNoteThatIsShown({ ...shown, reply: words['reply to a note'] })
  const wish = { id: uuidV7(), kind: 'rectification', caseId, words: words['data request'] }
  await client.send('me/requests', wish)
  const ids = {
    note: [note],
    caseId: [caseId],
    plan: [plan, draft.log, kept.log],
    session: [session],
    id: [person],
  }
  const between = { supervisor: [pair.supervisor], practitioner: [pair.practitioner] }
  return { words, ids: { ...ids, ...between }, caseId, session, goal }
}

const COMFORT = [
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
const NOTHING_SAID = Object.fromEntries(COMFORT.map((field) => [field, null]))

async function inALog(writer: Asking, log: string, title: string): Promise<string> {
  const goal = uuidV7()
  const command = { name: 'goal.add', goal, kind: 'change', title }
  await writer.send(`plans/${log}/operations`, operation(log, { command }))
  return goal
}

interface InASession {
  readonly caseId: string
  readonly person: string
  readonly words: Readonly<Record<Box, string>>
}

async function inASession(
  { client, practitioner }: Writers,
  { caseId, person, words }: InASession,
): Promise<string> {
  const at = { kind: 'work', place: 'room', scheduledFor: Date.now(), minutes: 50 }
  const { session } = await practitioner.send<{ session: string }>(`cases/${caseId}/sessions`, at)
  await client.send(`sessions/${session}/agenda`, { words: words['client’s agenda'] })
  await practitioner.send(`sessions/${session}/agenda`, { words: words['practitioner’s agenda'] })
  await practitioner.send(`sessions/${session}/start`)
  await practitioner.send(`sessions/${session}/end`)
  const ratings = { goals: 7, tasks: 7, bond: 7, heard: 7 }
  const answers = { ratings, words: words['check-in for the supervisor'] }
  await client.send(`sessions/${session}/check-in`, { after: 0, shownTo: 'supervisor', answers })
  const place = { kind: 'check-in', item: session, entry: 1 }
  await client.send(`cases/${caseId}/addenda`, {
    ...{ place, number: 1, words: words['addendum to that check-in'] },
  })
  await practitioner.send(`cases/${caseId}/repairs`, {
    client: person,
    session,
    step: 'noticed',
    words: words.repair,
  })
  const sections = ['subjective', 'objective', 'assessment', 'plan'].map((section) => {
    return { section, words: section === 'plan' ? words['note that is unsigned'] : '' }
  })
  const note = { after: 0, form: { kind: 'soap' }, sections, quotes: [], marks: [] }
  await practitioner.send(`sessions/${session}/note`, note)
  const reflection = { after: 0, empathy: words.reflection, regard: '', congruence: '', reaction: '' }
  await practitioner.send(`sessions/${session}/reflection`, reflection, 'PUT')
  const own = { after: 0, words: words['process note'] }
  await practitioner.send(`sessions/${session}/process-note`, own, 'PUT')
  return session
}
