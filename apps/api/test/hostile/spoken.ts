import type { NoteId } from '@accord/domain/ids'
import { amendmentHash } from '@accord/domain/note/text'
import { isRefusal } from '@accord/domain/refusal'
import { newUuid } from '../../src/history/new-uuid.js'
import { SessionService } from '../../src/session/session.service.js'
import type { TestApi } from '../api.js'
import type { Planted } from './planted.js'
import type { Asker, Place, World } from './world.js'

/** Says what only makes sense in its order: words of goals, of drafts, of a session and of a review. */
export async function speakEverywhere(api: TestApi, world: World): Promise<readonly Planted[]> {
  const [place] = world.places
  if (!place) throw new Error('a world without a place')
  const said: Planted[] = []
  const say = sayer(api, world, said)
  await say('client of the case', `plans/${place.plan}/operations`, (word) => typed(place.plan, place, word))
  for (const [who, kind] of [
    ['client of the case', 'drafts'],
    ['practitioner of the case', 'private'],
  ] as const) {
    const { log } = await say(who, `cases/${place.caseId}/${kind}`, () => ({}))
    await say(who, `plans/${String(log)}/operations`, (word) => added(String(log), word))
  }
  const session = await liveSession(api, place)
  await say('client of the case', `sessions/${session}/arrive`, () => ({}))
  await say('practitioner of the case', `sessions/${session}/agenda`, (words) => ({ words }))
  await say('practitioner of the case', `sessions/${session}/closing`, (words) => ({ after: 0, words }))
  await say('client of the case', `sessions/${place.session}/check-in`, (words) => ({
    after: 0,
    shownTo: 'now',
    answers: { ratings: { goals: 7, tasks: 7, bond: 7, heard: null }, words },
  }))
  await sayAmongColleagues(api, place, say)
  return said
}

/** What is noted for supervision, added to a note, and said in a review. */
async function sayAmongColleagues(api: TestApi, place: Place, say: ReturnType<typeof sayer>): Promise<void> {
  const { supervisor, practitioner, caseId } = place
  await say(
    'practitioner of the case',
    `supervision/pairs/${supervisor}/${practitioner}/agenda`,
    (words) => ({
      about: { kind: 'case', caseId },
      words,
    }),
  )
  const amended = { note: place.note as NoteId, number: 1 }
  await say('practitioner of the case', `notes/${place.note}/amendments`, (words) => ({
    number: 1,
    hash: amendmentHash(amended, words),
    words,
  }))
  const pin = await pinIn(api, place)
  await say('supervisor', `cases/${place.caseId}/review/acts`, (text) => ({
    kind: 'review.comment',
    id: newUuid(Date.now()),
    pin,
    text,
    readers: 'practitioner',
  }))
}

function sayer(api: TestApi, { askers }: World, said: Planted[]) {
  return async (who: string, path: string, bodyOf: (word: string) => object) => {
    const asker = askers.find(({ name }) => name === who) as Asker
    const word = `qs${said.length}xylograph`
    const { audience, cookie } = asker
    const { status, json } = await api.ask(audience, `/api/${path}`, { cookie, body: bodyOf(word) })
    said.push({ word, at: path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id'), status })
    if (status >= 300) throw new Error(`${path} was answered ${status}`)
    return json as Record<string, unknown>
  }
}

/** Typed at the beginning of a goal that holds nothing yet. */
function typed(plan: string, { goal, facts }: Place, word: string): object {
  const base = facts.parties.length + 1
  const at = { goal, field: 'statement', base, changes: [[0, word]] }
  return { plan, clientId: newUuid(Date.now()), op: 1, ...at }
}

function added(plan: string, title: string): object {
  const command = { name: 'goal.add', goal: newUuid(Date.now()), kind: 'change', title }
  return { plan, clientId: newUuid(Date.now()), op: 1, command }
}

async function liveSession(api: TestApi, { clinic, caseId, practitioner: person }: Place): Promise<string> {
  const sessions = api.app.get(SessionService, { strict: false })
  const wish = { kind: 'work', place: 'room', scheduledFor: Date.now(), minutes: 50 } as const
  const made = await sessions.schedule({ clinic, person }, { ...wish, caseId })
  if (isRefusal(made)) throw new Error(made.refused)
  await sessions.move({ clinic, person }, made.session, 'live')
  return made.session
}

async function pinIn(api: TestApi, { plan }: Place): Promise<object> {
  const sql = `SELECT encode(hash, 'hex') AS hash FROM entry WHERE log_id = $1 AND seq = 1`
  const [row]: { hash: string }[] = await api.owner.query(sql, [plan])
  return { plan, seq: 1, hash: row?.hash ?? '', goal: null, passage: null }
}
