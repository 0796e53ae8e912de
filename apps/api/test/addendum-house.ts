import { wordingHash } from '@accord/domain/goal/wording'
import type { GoalId, LogId } from '@accord/domain/ids'
import type { EndingPage } from '@accord/domain/rest/ending'
import type { RecordAddenda } from '@accord/domain/rest/addenda'
import { newUuid } from '../src/history/new-uuid.js'
import { planOf } from './live/clients.js'
import { aNoteHouse, type NoteHouse, type Who } from './note-house.js'

/** A record with an item of every kind, and ways to add to it. */
export interface AddendumHouse extends NoteHouse {
  readonly plan: LogId
  readonly between: LogId
  readonly note: string
  readonly add: (who: Who, body: object, caseId?: string) => ReturnType<NoteHouse['ask']>
  readonly addenda: (who: Who) => Promise<RecordAddenda>
}

const id = () => newUuid(Date.now())

export async function anAddendumHouse(): Promise<AddendumHouse> {
  const on = await aNoteHouse()
  const { note } = await on.aSigned()
  const plan = await planOf(on.api, on.house)
  const between = await inLogs(on, plan)
  await aroundASession(on)
  await forTheClient(on)
  await byThePractice(on, plan)
  await anEnding(on)
  const add = (who: Who, body: object, caseId: string = on.house.case) =>
    on.ask(who, `cases/${caseId}/addenda`, body)
  const addenda = async (who: Who) =>
    (await on.ask(who, `cases/${on.house.case}/addenda`)).json as RecordAddenda
  return { ...on, plan, between, note, add, addenda }
}

/** Asks, and is not refused. */
async function post(on: NoteHouse, who: Who, path: string, body: object) {
  const answer = await on.ask(who, path, body)
  if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.text}`)
  return answer.json as Record<string, string>
}

/** A goal that everybody agreed to, and one that is kept from the guardian. */
async function inLogs(on: NoteHouse, plan: LogId): Promise<LogId> {
  const goal = id() as GoalId
  const statement = 'To sleep through the night'
  const share = { name: 'goal.share', goal, kind: 'change', title: 'Sleep', why: 'To rest', statement }
  const command = (who: Who, log: LogId, one: object) =>
    post(on, who, `plans/${log}/operations`, { plan: log, clientId: id(), op: 1, command: one })
  await command('client', plan, share)
  const answer = { name: 'agreement.answer', goal, answer: 'agree', wording: wordingHash(goal, statement) }
  for (const who of ['client', 'guardian', 'practitioner'] as const)
    await command(who, plan, { ...answer, readAt: 1, reason: null })
  const { log } = await post(on, 'client', `cases/${on.house.case}/confidential`, {})
  await command('client', log as LogId, { name: 'goal.add', goal: id(), kind: 'change', title: 'Ours' })
  return log as LogId
}

async function aroundASession(on: NoteHouse): Promise<void> {
  const session = await on.aSession()
  await post(on, 'practitioner', `sessions/${session}/closing`, { after: 0, words: 'Two stops on the bus.' })
  const answers = { ratings: { goals: 4, tasks: null, bond: 8, heard: 9 }, words: 'It was fine' }
  await post(on, 'client', `sessions/${session}/check-in`, { after: 0, shownTo: 'supervisor', answers })
}

async function forTheClient(on: NoteHouse): Promise<void> {
  const base = `cases/${on.house.case}`
  const { client } = on.house
  await post(on, 'practitioner', `${base}/barriers`, { client, kind: 'time', words: 'Too early' })
  const { request } = await post(on, 'practitioner', `${base}/measures`, { client, instrument: 'gad-7' })
  const answers = ['1', '2', '3', '4', '5', '6', '7'].map((linkId) => ({ linkId, value: 1 }))
  await post(on, 'client', `questionnaires/${String(request)}/answers`, {
    ...{ after: 0, status: 'completed', answers },
  })
  const blank = { signs: [], people: [], professionals: [], surroundings: [], reasons: [] }
  const steps = { ...blank, coping: [{ words: 'Walk to the lock', phone: null }] }
  await post(on, 'practitioner', `${base}/safety-plans/${client}`, { after: 0, steps })
}

async function byThePractice(on: NoteHouse, plan: LogId): Promise<void> {
  const base = `cases/${on.house.case}`
  const told = { toldAt: Date.now() - 1_000, authority: 'law', consent: null, heldUntil: null }
  const words = { recipient: 'The court', address: null, what: 'Dates of sessions', why: 'It was ordered' }
  await post(on, 'practitioner', `${base}/disclosures`, { ...told, ...words })
  const sql = `SELECT encode(hash, 'hex') AS hash FROM entry WHERE log_id = $1 AND seq = 2`
  const [row]: { hash: string }[] = await on.api.owner.query(sql, [plan])
  const pin = { plan, seq: 2, hash: row?.hash, goal: null, passage: null }
  const comment = { kind: 'review.comment', id: id(), pin, text: 'Well done', readers: 'client' }
  await post(on, 'supervisor', `${base}/review/acts`, comment)
}

async function anEnding(on: NoteHouse): Promise<void> {
  const base = `cases/${on.house.case}/ending`
  await post(on, 'practitioner', base, {})
  const acted = await on.ask('client', `${base}/acts`, {
    ...{ kind: 'write', box: 'changed', after: 0, words: 'I sleep.' },
  })
  const { state } = acted.json as EndingPage
  if (state.kind !== 'open') throw new Error('it is not open')
  for (const who of ['client', 'guardian', 'practitioner'] as const)
    await post(on, who, `${base}/acts`, { kind: 'say', hash: state.hash })
  await post(on, 'practitioner', `${base}/closing`, { hash: state.hash })
}
