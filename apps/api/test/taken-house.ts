import type { GoalId, LogId, PersonId } from '@accord/domain/ids'
import { wordingHash } from '@accord/domain/goal/wording'
import { amendmentHash } from '@accord/domain/note/text'
import type { RecordAddenda } from '@accord/domain/rest/addenda'
import type { CaseConsents } from '@accord/domain/rest/consent'
import type { ReleaseBody } from '@accord/domain/rest/note'
import { newUuid } from '../src/history/new-uuid.js'
import type { Answer } from './ask.js'
import { createPerson } from './live/clinic.js'
import { planOf } from './live/clients.js'
import { aNoteHouse, soap, type NoteHouse } from './note-house.js'
import { cookieFor, givePasswords } from './people.js'
import { A_MEETING } from './supervision.js'

/** A couple's case, and words that stand nowhere else, by the box that somebody put each into. */
export interface TakenHouse extends NoteHouse {
  readonly take: (who: Who, body?: unknown) => Promise<Answer>
  /** What the client may read. */
  readonly theirs: ReadonlyMap<string, string>
  /** What they may not. */
  readonly notTheirs: ReadonlyMap<string, string>
}

type Post = (path: string, body: unknown, method?: string) => Promise<Answer>
type Word = (box: string) => string
type Who = 'client' | 'partner' | 'otherClient' | 'guardian' | 'practitioner' | 'supervisor'

/** A couple's case with words of everybody in every box that there is. */
export async function aTakenHouse(): Promise<TakenHouse> {
  const on = await aNoteHouse()
  const partner = await aPartner(on)
  const cookies = await signedIn(on, partner)
  const as = asking(on, cookies)
  const theirs = new Map<string, string>()
  const notTheirs = new Map<string, string>()
  const sowing = (into: Map<string, string>) => (box: string) => {
    const word = `zq${theirs.size + notTheirs.size}marigold`
    into.set(box, word)
    return word
  }
  const session = await on.aSession()
  const scene: Scene = { on, as, partner, session, mine: sowing(theirs), hidden: sowing(notTheirs) }
  await inThePlan(scene)
  await inLogsBeside(scene)
  await aroundSessions(scene)
  await forEachClient(scene)
  await inNotes(scene)
  await inTrust(scene)
  await amongThePractice(scene)
  const take = (who: Who, body: unknown = { timeZone: 'Europe/Berlin', paper: 'A4' }) =>
    on.api.ask(appOf(who), '/api/me/takeout', { cookie: cookies[who], body })
  return { ...on, take, theirs, notTheirs }
}

const appOf = (who: Who) => (who === 'practitioner' || who === 'supervisor' ? 'console' : 'portal')

async function aPartner({ api, house }: NoteHouse) {
  const partner = await createPerson(api.owner, house.clinic, [])
  await api.owner.query(
    `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since) VALUES ($1, $2, $3, 'client', now())`,
    [house.clinic, house.case, partner],
  )
  await givePasswords(api.owner)
  return partner
}

async function signedIn({ api, people }: NoteHouse, partner: PersonId) {
  const { client, otherClient, guardian, practitioner, supervisor } = people
  const all = { client, partner, otherClient, guardian, practitioner, supervisor }
  const cookies = Object.entries(all).map(
    async ([who, person]) => [who, await cookieFor(api, appOf(who as Who), person)] as const,
  )
  return Object.fromEntries(await Promise.all(cookies)) as Record<Who, string>
}

/** Asks as somebody, and is not refused. */
function asking({ api }: NoteHouse, cookies: Record<Who, string>) {
  return (who: Who): Post =>
    async (path, body, method = 'POST') => {
      const answer = await api.ask(appOf(who), `/api/${path}`, { method, cookie: cookies[who], body })
      if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.text}`)
      return answer
    }
}

interface Scene {
  readonly on: NoteHouse
  readonly as: (who: Who) => Post
  readonly partner: PersonId
  readonly session: string
  readonly mine: Word
  readonly hidden: Word
}

const id = () => newUuid(Date.now())

/** Commands in a log, each with a tab's next number. */
function commanding(post: Post, plan: LogId) {
  const clientId = id()
  let op = 0
  return (command: object) => post(`plans/${plan}/operations`, { plan, clientId, op: ++op, command })
}

async function inThePlan({ on, as, mine }: Scene) {
  const { house, api } = on
  const goal = id() as GoalId
  const statement = mine('statement')
  const act = commanding(as('client'), await planOf(api, house))
  const share = { name: 'goal.share', goal, kind: 'change', title: mine('goal'), why: mine('why') }
  await act({ ...share, statement })
  await act({ name: 'step.add', goal, step: id(), text: mine('step') })
  await act({ name: 'comment.add', goal, comment: id(), text: mine('comment'), asks: true })
  await act({ name: 'win.add', goal, win: id(), text: mine('win') })
  await act({ name: 'topic.add', goal, topic: id(), about: mine('topic'), helps: mine('topic helps') })
  await act({ name: 'scale.describe', goal, levels: ['a', 'b', mine('level'), 'd', 'e'] })
  await act({ name: 'rating.give', goal, on: { kind: 'scale', version: 1 }, value: -1 })
  const wording = wordingHash(goal, statement)
  const answer = { name: 'agreement.answer', goal, answer: 'differently', wording, readAt: 1 }
  await act({ ...answer, reason: mine('reason of an answer') })
}

/** What is kept between two, and what is one's own. */
async function inLogsBeside({ on, as, mine, hidden }: Scene) {
  const { house } = on
  const logOf = async (who: Who, kind: string, of = house.case) =>
    ((await as(who)(`cases/${of}/${kind}`, {})).json as { log: LogId }).log
  const title = { name: 'goal.add', kind: 'change' }
  await commanding(
    as('client'),
    await logOf('client', 'confidential'),
  )({
    ...{ ...title, goal: id(), title: mine('kept between them') },
  })
  await commanding(
    as('client'),
    await logOf('client', 'drafts'),
  )({
    ...{ ...title, goal: id(), title: mine('own draft') },
  })
  await commanding(
    as('practitioner'),
    await logOf('practitioner', 'drafts'),
  )({
    ...{ ...title, goal: id(), title: hidden('the practitioner’s draft') },
  })
  await commanding(
    as('practitioner'),
    await logOf('practitioner', 'private'),
  )({
    ...{ ...title, goal: id(), title: hidden('the practitioner’s assumption') },
  })
  await commanding(
    as('otherClient'),
    await logOf('otherClient', 'drafts', house.otherCase),
  )({
    ...{ ...title, goal: id(), title: hidden('another case') },
  })
}

async function aroundSessions({ on, as, mine, hidden, session }: Scene) {
  const at = `sessions/${session}`
  await as('practitioner')(`${at}/closing`, { after: 0, words: mine('closing line') })
  const check = (words: string) => ({
    ...{ after: 0, shownTo: 'now' },
    answers: { ratings: { goals: 4, tasks: null, bond: 8, heard: 9 }, words },
  })
  await as('client')(`${at}/check-in`, check(mine('check-in')))
  await as('partner')(`${at}/check-in`, check(hidden('a partner’s check-in')))
  const parts = { empathy: hidden('reflection'), regard: '', congruence: '', reaction: hidden('reaction') }
  await as('practitioner')(`${at}/reflection`, { after: 0, ...parts }, 'PUT')
  await as('practitioner')(`${at}/process-note`, { after: 0, words: hidden('process note') }, 'PUT')
  const repair = { client: on.house.client, session, step: 'noticed', words: hidden('repair') }
  await as('practitioner')(`cases/${on.house.case}/repairs`, repair)
}

async function forEachClient({ on, as, mine, hidden, partner }: Scene) {
  const base = `cases/${on.house.case}`
  const blank = { signs: [], coping: [], people: [], professionals: [], surroundings: [], reasons: [] }
  const unsaid = { callMe: null, languages: null, interpreter: null, temperature: null, light: null }
  for (const [who, client, word] of [
    ['client', on.house.client, mine],
    ['partner', partner, hidden],
  ] as const) {
    const words = { ...unsaid, sound: null, touch: word(`${who} comfort`), scent: null, wordsToAvoid: null }
    await as(who)(`${base}/comfort/${client}`, { after: 0, words })
    const steps = { ...blank, coping: [{ words: word(`${who} safety plan`), phone: null }] }
    await as(who)(`${base}/safety-plans/${client}`, { after: 0, steps })
    await as(who)(`${base}/barriers`, { client, kind: 'time', words: word(`${who} barrier`) })
    const asked = await as('practitioner')(`${base}/measures`, { client, instrument: 'gad-7' })
    const { request } = asked.json as { request: string }
    const answers = ['1', '2', '3', '4', '5', '6', '7'].map((linkId) => ({ linkId, value: 1 }))
    await as(who)(`questionnaires/${request}/answers`, { after: 0, status: 'completed', answers })
  }
  await as('practitioner')(`${base}/ending`, {})
  const box = { kind: 'write', after: 0 }
  await as('client')(`${base}/ending/acts`, { ...box, box: 'changed', words: mine('ending') })
  await as('practitioner')(`${base}/ending/acts`, { ...box, box: 'saw', words: mine('ending, seen') })
}

async function inNotes({ on, as, mine, hidden }: Scene) {
  const signed = (box: string, word: Word, release?: ReleaseBody) =>
    on.aSigned(release ? { release } : {}, soap({ plan: word(box), subjective: word(`${box}, said`) }))
  const { note } = await signed('released note', mine)
  const words = mine('amendment')
  const hash = amendmentHash({ note, number: 1 }, words)
  await as('practitioner')(`notes/${note}/amendments`, { number: 1, hash, words })
  await as('client')(`notes/${note}/replies`, { number: 1, words: mine('reply to a note') })
  const why = { kind: 'withheld', reason: 'third-person', words: hidden('why it is withheld') } as const
  await signed('withheld note', hidden, why)
  const until = Date.now() + 86_400_000
  const later = { kind: 'delayed', to: 'clients', until, reason: 'talk-first' } as const
  await signed('delayed note', hidden, { ...later, words: hidden('why it is delayed') })
  await on.aDraft(soap({ plan: hidden('note draft') }))
}

async function inTrust({ on, as, mine, hidden }: Scene) {
  const base = `cases/${on.house.case}`
  const { texts } = (await on.ask('client', `${base}/consents`)).json as CaseConsents
  const hashOf = (purpose: string) => texts.find((one) => one.purpose === purpose)?.hash
  const yes = { purpose: 'supervision', answer: 'yes', text: hashOf('supervision') }
  const body = { name: mine('signature'), acknowledged: 0, said: [yes] }
  await as('client')(`${base}/consents/${on.house.client}`, body)
  const told = { toldAt: Date.now() - 1_000, authority: 'law', consent: null, heldUntil: null }
  const words = {
    recipient: mine('recipient'),
    address: mine('its address'),
    what: mine('what was told'),
    why: mine('why it was told'),
  }
  await as('practitioner')(`${base}/disclosures`, { ...told, ...words })
  const held = {
    recipient: 'Court',
    address: null,
    what: hidden('held back disclosure'),
    why: hidden('its reason'),
  }
  const heldUntil = Date.now() + 86_400_000
  await as('practitioner')(`${base}/disclosures`, { ...told, ...held, heldUntil })
  await besideIt({ as, mine, hidden }, base)
  const plan = await planOf(on.api, on.house)
  const replay = await as('practitioner')(`plans/${plan}/replays`, { goal: null })
  const look = `${base}/looks/${(replay.json as { replay: string }).replay}`
  const request = { id: id(), kind: 'access', caseId: on.house.case, words: mine('request') }
  await as('client')('me/requests', request)
  await as('client')(`${look}/question`, { text: mine('question about a look') })
  await as('practitioner')(`${look}/answer`, { text: mine('answer about a look') })
}

/** What client and partner say of what stands in the record. (AD1) */
async function besideIt({ as, mine, hidden }: Pick<Scene, 'as' | 'mine' | 'hidden'>, base: string) {
  const noted = (await as('client')(`${base}/addenda`, undefined, 'GET')).json as RecordAddenda
  const theirs = (await as('partner')(`${base}/addenda`, undefined, 'GET')).json as RecordAddenda
  const say = (who: Who, { items }: RecordAddenda, kind: string, words: string) => {
    const found = items.find((one) => one.kind === kind)
    return as(who)(`${base}/addenda`, {
      ...{ place: { kind, item: found?.item, entry: found?.entry }, number: 1, words },
    })
  }
  await say('client', noted, 'disclosure', mine('said of a disclosure'))
  await say('client', noted, 'check-in', mine('said of a check-in'))
  await say('partner', theirs, 'barrier', hidden('a partner’s words on a barrier'))
}

async function amongThePractice({ on, as, mine, hidden }: Scene) {
  const { house, api } = on
  const plan = await planOf(api, house)
  const sql = `SELECT encode(hash, 'hex') AS hash FROM entry WHERE log_id = $1 AND seq = 2`
  const [row]: { hash: string }[] = await api.owner.query(sql, [plan])
  const pin = { plan, seq: 2, hash: row?.hash, goal: null, passage: null }
  const review = `cases/${house.case}/review/acts`
  const comment = (text: string, readers: string) => ({
    kind: 'review.comment',
    id: id(),
    pin,
    text,
    readers,
  })
  await as('supervisor')(review, comment(mine('said for the client'), 'client'))
  await as('supervisor')(review, comment(hidden('review comment'), 'practitioner'))
  const pair = `supervision/pairs/${house.supervisor}/${house.practitioner}`
  const about = { kind: 'topic' }
  await as('practitioner')(`${pair}/agenda`, { about, words: hidden('supervision agenda') })
  const content = { ...A_MEETING, topics: hidden('supervision meeting') }
  await as('practitioner')(`${pair}/meetings`, { content, discussed: [] })
}
