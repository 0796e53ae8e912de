import { request } from 'node:http'
import type { Audience } from '@accord/domain/access/subject'
import type { NoteId, PersonId, SessionId } from '@accord/domain/ids'
import { emptyNote, type NoteContent } from '@accord/domain/note/content'
import { quoteKey } from '@accord/domain/note/quote'
import { noteHash } from '@accord/domain/note/text'
import { isRefusal } from '@accord/domain/refusal'
import type { NoteDraft, NoteView, ReleaseBody } from '@accord/domain/rest/note'
import { SessionService } from '../src/session/session.service.js'
import { startTestApi } from './api.js'
import { createPerson } from './live/clinic.js'
import { aHouse, cookieFor } from './people.js'

const APPS = {
  client: 'portal',
  guardian: 'portal',
  otherClient: 'portal',
  practitioner: 'console',
  colleague: 'console',
  supervisor: 'console',
  administrator: 'console',
} as const satisfies Record<string, Audience>
export type Who = keyof typeof APPS
const DAY = 86_400_000

export type NoteHouse = Awaited<ReturnType<typeof aNoteHouse>>

/** A case with a guardian, and a practitioner who has no part in it; sessions are held and notes written in it. */
export async function aNoteHouse() {
  const api = await startTestApi({ limits: { attemptsPerAccount: 50, attemptsPerAddress: 1_000 } })
  const house = await aHouse(api)
  const { clinic } = house
  const guardian = await createPerson(api.owner, clinic, [])
  const colleague = await createPerson(api.owner, clinic, ['practitioner'])
  await api.owner.query(
    `INSERT INTO case_party (clinic_id, case_id, person_id, relation, since)
     VALUES ($1, $2, $3, 'guardian', now() - interval '1 day')`,
    [clinic, house.case, guardian],
  )
  await api.owner.query(
    `UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE person_id = $1)
     WHERE password_hash IS NULL`,
    [house.client],
  )
  const people: Record<Who, PersonId> = { ...house, guardian, colleague }
  const cookies = {} as Record<Who, string>
  /** Signs everybody in, again where a moved clock ended their sign-ins. */
  const renew = async () => {
    const all = Object.entries(APPS).map(async ([who, audience]) => {
      cookies[who as Who] = await cookieFor(api, audience, people[who as Who])
    })
    await Promise.all(all)
  }
  await renew()
  const ask = (who: Who, path: string, body?: unknown) =>
    api.ask(APPS[who], `/api/${path}`, { cookie: cookies[who], ...(body === undefined ? {} : { body }) })
  const file = (who: Who, path: string) => fileFrom(api, APPS[who], { path, cookie: cookies[who] })
  return { api, house, people, cookies, ask, file, renew, ...deedsOf(api, house, ask) }
}

/** What a route answers with, as bytes. */
function fileFrom(
  { config: { ports, host } }: Awaited<ReturnType<typeof startTestApi>>,
  audience: Audience,
  { path, cookie }: { readonly path: string; readonly cookie: string },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const port = ports[audience]
    const headers = { host: `localhost:${port}`, cookie }
    const out = request({ host, port, path: `/api/${path}`, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts)))
    })
    out.on('error', reject).end()
  })
}

function deedsOf(
  api: Awaited<ReturnType<typeof startTestApi>>,
  house: Awaited<ReturnType<typeof aHouse>>,
  ask: (who: Who, path: string, body?: unknown) => ReturnType<typeof api.ask>,
) {
  let held = 0
  const sessions = api.app.get(SessionService, { strict: false })
  const by = { clinic: house.clinic, person: house.practitioner }

  /** Scheduled, begun, and ended when what happens in it has happened. */
  async function aSession(within: () => Promise<unknown> = () => Promise.resolve()): Promise<SessionId> {
    const scheduledFor = Date.now() + held++ * DAY
    const wish = { caseId: house.case, kind: 'work', place: 'room', scheduledFor, minutes: 50 } as const
    const made = await sessions.schedule(by, wish)
    if (isRefusal(made)) throw new Error(made.refused)
    await sessions.move(by, made.session, 'live')
    await within()
    await sessions.move(by, made.session, 'ended')
    return made.session
  }

  const save = (session: SessionId, content: NoteContent, after = 0) =>
    ask('practitioner', `sessions/${session}/note`, bodyOf(content, after))

  /** A session with a note on it that was saved once. */
  async function aDraft(content = soap({ plan: 'Two stops, off peak.' })) {
    const session = await aSession()
    const draft = (await save(session, content)).json as NoteDraft
    return { session, ...draft }
  }

  const sign = (draft: NoteDraft & Signing, wishes: SignWishes = {}) =>
    ask('practitioner', `notes/${draft.note}/sign`, signatureOf(draft, wishes))

  async function aSigned(wishes: SignWishes = {}, content?: NoteContent) {
    const draft = await aDraft(content)
    return { ...draft, view: (await sign(draft, wishes)).json as NoteView }
  }

  return { aSession, save, aDraft, sign, aSigned }
}

interface Signing {
  readonly session: SessionId
}

interface SignWishes {
  readonly version?: number
  readonly coSigner?: PersonId | null
  readonly release?: ReleaseBody
}

function signatureOf(
  { note, session, version: draft, content }: NoteDraft & Signing,
  { version = 1, coSigner = null, release = AT_ONCE }: SignWishes,
) {
  return { draft, hash: noteHash({ note, session, version }, content), coSigner, release }
}

const AT_ONCE = { kind: 'released', to: 'clients' } as const

export function soap(words: Readonly<Record<string, string>>): NoteContent {
  const empty = emptyNote({ kind: 'soap' })
  return {
    ...empty,
    sections: empty.sections.map(({ section }) => ({ section, words: words[section] ?? '' })),
  }
}

export function bodyOf({ form, sections, quotes, marks }: NoteContent, after: number) {
  const named =
    form.kind === 'template' ? { kind: 'template', template: form.template, version: form.version } : form
  return { after, form: named, sections, quotes: quotes.map(quoteKey), marks }
}

export function noteOf(note: { readonly note: NoteId }): string {
  return `notes/${note.note}`
}
