import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { CaseId, NoteId, SessionId } from '@accord/domain/ids'
import { emptyNote, type NoteContent } from '@accord/domain/note/content'
import { noteHash } from '@accord/domain/note/text'
import type { DraftBody, NoteDesk, NoteDraft, SignBody } from '@accord/domain/rest/note'
import { AS_MARA, JONAH, MARA, PEOPLE, RUTH } from '../../testing/people.js'
import { renderPart } from '../../testing/render-part.js'
import { NoteEditor } from './note-editor.js'

const NOTE = 'n1' as NoteId
const SESSION = 's1' as SessionId
const AT = Date.UTC(2026, 10, 12, 10)

function soap(words: Readonly<Record<string, string>>): NoteContent {
  const empty = emptyNote({ kind: 'soap' })
  return {
    ...empty,
    sections: empty.sections.map(({ section }) => ({ section, words: words[section] ?? '' })),
  }
}

function aDesk(content: NoteContent): NoteDesk {
  const draft: NoteDraft = { note: NOTE, version: 1, savedAt: AT, content }
  return {
    at: AT + 3_600_000,
    session: {
      ...{
        session: SESSION,
        caseId: 'case' as CaseId,
        number: 10,
        kind: 'work',
        place: 'remote',
        minutes: 50,
      },
      ...{ state: 'noted', scheduledFor: AT, startedAt: AT, endedAt: AT + 3_000_000, present: [MARA, JONAH] },
    },
    ...{ discipline: 'counselling', people: PEOPLE, hasGuardian: false, own: null, draft, quotable: [] },
    ...{ last: null, templates: [], coSigners: [RUTH], mayWrite: true },
  }
}

/** The editor before a server that has a draft, which another tab may have saved over. */
function open(content: NoteContent) {
  const server = {
    draft: aDesk(content).draft as NoteDraft,
    saved: [] as DraftBody[],
    signed: [] as SignBody[],
  }
  renderPart(AS_MARA, <NoteEditor desk={aDesk(content)} onSigned={() => undefined} />, {})
  globalThis.fetch = (input, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : null
    return Promise.resolve(answer(server, input instanceof Request ? input.url : `${input}`, body))
  }
  return server
}

function answer(server: ReturnType<typeof open>, path: string, body: unknown): Response {
  const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
  if (path.endsWith('/sign')) {
    server.signed.push(body as SignBody)
    return json({})
  }
  if (!path.endsWith('/note')) return json({ clients: [] })
  if (body === null) return json({ ...aDesk(server.draft.content), draft: server.draft })
  const { after, sections } = body as DraftBody
  if (after !== server.draft.version) return json({ code: 'words-changed', message: '' }, 409)
  server.saved.push(body as DraftBody)
  server.draft = { ...server.draft, version: after + 1, content: { ...soap({}), sections } }
  return json(server.draft)
}

const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

describe('the editor of a note', () => {
  it('[NO7] saves before it is signed, over the version that was read', async () => {
    const server = open(soap({ plan: 'One.' }))
    type('Plan', 'Two.')
    fireEvent.click(screen.getByRole('button', { name: 'Sign note' }))
    expect(within(await screen.findByRole('dialog')).getByText('Two.')).toBeTruthy()
    expect(server.saved.map(({ after }) => after)).toEqual([1])
  })

  it('[NO7] shows both texts when another tab saved in between, and loses neither', async () => {
    const server = open(soap({ plan: 'One.' }))
    server.draft = { ...server.draft, version: 2, content: soap({ plan: 'From the other tab.' }) }
    type('Plan', 'From this tab.')
    fireEvent.click(screen.getByRole('button', { name: 'Sign note' }))
    const both = within(await screen.findByRole('region', { name: /also written in another tab/ }))
    expect(both.getByText('From the other tab.')).toBeTruthy()
    expect(both.getByText('From this tab.')).toBeTruthy()
    expect(server.saved).toEqual([])
    fireEvent.click(both.getByRole('button', { name: /^Keep both/ }))
    await waitFor(() => expect(server.draft.version).toBe(3))
    expect(server.draft.content.sections.at(-1)?.words).toBe('From this tab.\n\nFrom the other tab.')
  })

  it('[NO8] sends the hash of the very text that is shown', async () => {
    const content = soap({ plan: 'Two stops.' })
    const server = open(content)
    fireEvent.click(screen.getByRole('button', { name: 'Sign and ask Ruth to co-sign' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Sign this note' }))
    expect(dialog.getByText('Two stops.')).toBeTruthy()
    fireEvent.click(dialog.getByRole('button', { name: 'Sign and ask to co-sign' }))
    await waitFor(() => expect(server.signed).toHaveLength(1))
    const hash = noteHash({ note: NOTE, session: SESSION, version: 1 }, content)
    expect(server.signed).toMatchObject([{ draft: 1, hash, coSigner: RUTH, release: { kind: 'released' } }])
  })
})
