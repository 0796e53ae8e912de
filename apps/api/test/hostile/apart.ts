import type { SessionId } from '@accord/domain/ids'
import { emptyNote } from '@accord/domain/note/content'
import { noteHash } from '@accord/domain/note/text'
import type { CaseConsents } from '@accord/domain/rest/consent'
import type { EndingPage } from '@accord/domain/rest/ending'
import type { NoteDraft } from '@accord/domain/rest/note'
import { GuardianRounds } from '../../src/guardian/guardian-rounds.service.js'
import type { TestApi } from '../api.js'
import { planOf } from '../live/clients.js'
import { createPerson } from '../live/clinic.js'
import { aDeskScene } from '../requests.js'
import { held } from './held-session.js'
import type { Planted } from './planted.js'
import type { Asker, Place } from './world.js'

type Desk = Awaited<ReturnType<typeof aDeskScene>>
type Who = keyof Desk['cookies']

/** A case that goes its whole way: agreed to, written about, locked and freed again, ended. */
export interface Apart {
  readonly planted: readonly Planted[]
  /** What an address names in it. */
  readonly place: Partial<Place> & Pick<Place, 'clinic' | 'caseId'>
  readonly askers: readonly Asker[]
}

interface Saying {
  readonly api: TestApi
  readonly desk: Desk
  readonly base: string
  readonly word: (at: string) => string
  readonly say: (who: Who, path: string, body: unknown, method?: string) => Promise<Record<string, unknown>>
}

/** Says in a case of its own what needs an order that no other case has time for: above all, how it ends. */
export async function sayApart(api: TestApi): Promise<Apart> {
  const desk = await aDeskScene(api)
  const { house, cookies } = desk
  const planted: Planted[] = []
  const word = (at: string) => {
    const one = `qs${500 + planted.length}xylograph`
    planted.push({ word: one, at, status: 200 })
    return one
  }
  const say: Saying['say'] = async (who, path, body, method = 'POST') => {
    const audience = who === 'client' || who === 'otherClient' ? 'portal' : 'console'
    const { status, text, json } = await api.ask(audience, `/api/${path}`, {
      ...{ method, cookie: cookies[who], body },
    })
    if (status >= 300) throw new Error(`${path} was answered ${status} ${text}`)
    return json as Record<string, unknown>
  }
  const saying: Saying = { api, desk, base: `cases/${house.case}`, word, say }
  await agreedTo(saying)
  const named = await writtenAbout(saying)
  await lockedAndFreed(saying)
  await endedByRules(saying)
  await ended(saying)
  const { clinic, case: caseId, client, practitioner, supervisor } = house
  const plan = await planOf(api, house)
  const askers = (['client', 'practitioner'] as const).map((who) => {
    const audience = who === 'client' ? ('portal' as const) : ('console' as const)
    return { name: `${who}, apart`, actor: null, audience, cookie: cookies[who] }
  })
  return { planted, place: { clinic, caseId, client, practitioner, supervisor, plan, ...named }, askers }
}

/** Under typed names, for somebody named. */
async function agreedTo({ desk, base, word, say }: Saying): Promise<void> {
  const { client } = desk.house
  const { texts } = (await desk.ask('client', `/api/${base}/consents`)).json as CaseConsents
  const said = texts.map(({ purpose, hash: text }) => ({
    ...{ purpose, answer: 'yes', text },
    ...(purpose === 'disclosure' ? { scope: 'whole-plan', goal: null, expiresAt: null } : {}),
    ...(purpose === 'disclosure' ? { recipient: { name: word('consent, recipient') } } : {}),
  }))
  const limits = texts.find(({ purpose }) => purpose === 'limits')
  const acknowledged = limits?.points.length ?? 0
  await say('client', `${base}/consents/${client}`, { name: word('consent, name'), acknowledged, said })
}

/** Where its sessions meet, and notes that were given back, answered and kept apart. */
async function writtenAbout({ api, desk, base, word, say }: Saying) {
  const { clinic, case: caseId, practitioner, supervisor, client } = desk.house
  const linkOf = (at: string) => `https://${word(at)}.example.org/`
  await say('practitioner', `${base}/sessions/settings`, { budget: null, callLink: linkOf('settings') })
  await say('practitioner', 'self/call', { link: linkOf('self/call') }, 'PUT')
  const aSession = async (before: (session: string) => Promise<unknown> = () => Promise.resolve()) => {
    const holding = held(api, { clinic, caseId, practitioner }, async (of) => String(await before(of)))
    return (await holding).session as SessionId
  }
  const unsaid = {
    callMe: null,
    languages: null,
    interpreter: null,
    temperature: null,
    sound: null,
    touch: null,
  }
  const liked = { ...unsaid, light: word('comfort'), scent: null, wordsToAvoid: null }
  await say('client', `${base}/comfort/${client}`, { after: 0, words: liked })
  const session = await aSession((of) =>
    say('practitioner', `sessions/${of}/room`, { client, field: 'light', done: true }),
  )
  await say('practitioner', `sessions/${session}/process-note`, { after: 0, words: word('process') }, 'PUT')
  const sign = async (of: SessionId, coSigner: string | null) => {
    const sections = [{ section: 'words', words: word('note') }]
    const content = { ...emptyNote({ kind: 'free' }), sections }
    const draft = await say('practitioner', `sessions/${of}/note`, { after: 0, ...content })
    const { note } = draft as unknown as NoteDraft
    const hash = noteHash({ note, session: of, version: 1 }, content)
    const release = { kind: 'released', to: 'clients' }
    await say('practitioner', `notes/${note}/sign`, { draft: 1, hash, coSigner, release })
    return { note, hash }
  }
  const { note: answered } = await sign(session, null)
  await say('client', `notes/${answered}/replies`, { number: 1, words: word('reply') })
  const { note, hash } = await sign(await aSession(), supervisor)
  await say('supervisor', `notes/${note}/return`, { hash, words: word('given back') })
  return { session, note: answered }
}

/** Restricted because its client asked for it, and worked with again, with a reason. */
async function lockedAndFreed({ desk, word, say }: Saying): Promise<void> {
  const { case: caseId } = desk.house
  const request = await desk.make('restriction', { words: word('request') })
  await say('administrator', `requests/${request}/answer`, { outcome: 'granted', words: word('answer') })
  await say('administrator', `requests/cases/${caseId}/lift`, { reason: word('lifted') })
}

/** What happens by itself, and leaves rows without a word: a guardian's end, an alarm that went on, a plan that was seen. */
async function endedByRules({ api, desk }: Saying): Promise<void> {
  const { clinic, case: caseId, client } = desk.house
  const guardian = await createPerson(api.owner, clinic, [])
  await desk.born('1980-02-29')
  await api.owner.query(
    `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since)
     VALUES ($1, $2, $3, 'guardian', now() - interval '60 years')`,
    [clinic, caseId, guardian],
  )
  await api.app.get(GuardianRounds, { strict: false }).round()
  await api.owner.query(`SELECT escalate_alerts(now() + interval '1 year')`)
  await api.owner.query(
    `INSERT INTO plan_seen (log_id, person_id, clinic_id, up_to_ms)
     SELECT log_id, $2, $3, 1 FROM log WHERE case_id = $1 AND audience = 'plan'`,
    [caseId, client, clinic],
  )
}

/** Both wrote, both stood behind it, and one added something. */
async function ended({ desk, base, word, say }: Saying): Promise<void> {
  const act = (who: Who, body: object) => say(who, `${base}/ending/acts`, body)
  await say('practitioner', `${base}/ending`, {})
  await act('client', { kind: 'write', box: 'changed', after: 0, words: word('ending, client') })
  await act('practitioner', { kind: 'write', box: 'saw', after: 0, words: word('ending, practitioner') })
  const { state } = (await desk.ask('client', `/api/${base}/ending`)).json as EndingPage
  if (state.kind !== 'open') throw new Error('nothing to stand behind')
  const { hash } = state
  for (const who of ['client', 'practitioner'] as const) await act(who, { kind: 'say', hash })
  await say('practitioner', `${base}/ending/closing`, { hash })
  await say('client', `${base}/ending/addenda`, { after: 0, words: word('ending, added') })
}
