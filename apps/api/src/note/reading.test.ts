import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RecordLooks } from '@accord/domain/rest/looks'
import type { NoteList, NoteView, ReleasedNote, ReleasedNotes } from '@accord/domain/rest/note'
import type { NoteForms } from '@accord/domain/rest/note-form'
import { gist } from '../../test/desk.js'
import { aNoteHouse, soap, type NoteHouse, type Who } from '../../test/note-house.js'
import { readPdf } from '../../test/review/pdf.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'

let on: NoteHouse
const DAY = 86_400_000
const SECRET = 'He is dreading a cousin.'

beforeAll(async () => {
  on = await aNoteHouse()
}, 30_000)
afterAll(() => on.api.stop())

const status = async (who: Who, path: string) => (await on.ask(who, path)).status
const shown = async (who: 'client' | 'guardian') =>
  ((await on.ask(who, `cases/${on.house.case}/released-notes`)).json as ReleasedNotes).notes
/** How many rows of words PostgreSQL itself shows to somebody. */
const rowsFor = async (who: Who, note: string, table = 'note_signed') =>
  on.api.app
    .get(ClinicTransactions)
    .run(
      [on.house.clinic],
      async (manager) =>
        (await manager.query<unknown[]>(`SELECT 1 FROM ${table} WHERE note_id = $1`, [note])).length,
      [on.people[who]],
    )

describe('who reads a note', () => {
  it('[NO14] a draft is its author’s alone, in the API and in PostgreSQL', async () => {
    const { session, note } = await on.aDraft(soap({ subjective: SECRET }))
    expect(await status('supervisor', `notes/${note}`)).toBe(404)
    expect((await on.ask('supervisor', `sessions/${session}/note`)).text).not.toContain(SECRET)
    const list = (await on.ask('supervisor', `cases/${on.house.case}/notes`)).json as NoteList
    expect(list.notes.filter((one) => one.note === note)).toEqual([])
    const rows = await Promise.all(
      (['practitioner', 'supervisor', 'client', 'administrator'] as const).map((who) =>
        rowsFor(who, note, 'note_draft'),
      ),
    )
    expect(rows).toEqual([1, 0, 0, 0])
  })

  it('[NO14] a signed one is for practitioner and supervisor; its client finds it where clients do', async () => {
    const { note } = await on.aSigned()
    const expected: Record<Who, number> = {
      practitioner: 200,
      supervisor: 200,
      client: 403,
      guardian: 403,
      colleague: 404,
      otherClient: 404,
      administrator: 404,
    }
    for (const [who, answer] of Object.entries(expected))
      expect([who, await status(who as Who, `notes/${note}`)]).toEqual([who, answer])
    for (const who of ['colleague', 'administrator', 'otherClient', 'guardian'] as const)
      expect([who, await rowsFor(who, note)]).toEqual([who, 0])
    expect(await rowsFor('client', note)).toBe(1)
  })

  it('[NO14] every reading stands in the audit, without a word of it', async () => {
    const { note } = await on.aSigned({}, soap({ subjective: SECRET }))
    await on.ask('supervisor', `notes/${note}`)
    await on.ask('client', `notes/${note}/released`)
    const rows: { action: string }[] = await on.api.owner.query(
      `SELECT action FROM audit_event WHERE person_id = ANY ($1) AND action LIKE 'note.%'`,
      [[on.house.supervisor, on.house.client]],
    )
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['note.read', 'note.for-client']))
    expect(on.api.lines.join('\n')).not.toContain(SECRET)
    const found: unknown[] = await on.api.owner.query(
      `SELECT 1 FROM note_signed WHERE position($1::bytea IN content) > 0`,
      [Buffer.from('cousin')],
    )
    expect(found).toEqual([])
  })
})

describe('a note that somebody else wrote', () => {
  it('[AC10] [NO14] was read: its client and its author see by whom and of which session, guardians do not', async () => {
    const { note } = await on.aSigned({}, soap({ subjective: SECRET }))
    const looks = async (who: Who) => {
      const answer = await on.ask(who, `cases/${on.house.case}/looks`)
      expect(answer.text).not.toContain(SECRET)
      return (answer.json as RecordLooks).looks.filter(({ what }) => what === 'note')
    }
    const { session } = ((await on.ask('supervisor', `notes/${note}`)).json as NoteView).session
    await on.ask('practitioner', `notes/${note}`)
    const read = (await looks('client')).filter((one) => one.session?.id === session)
    expect(read).toMatchObject([{ relation: 'supervisor', what: 'note', goal: null }])
    expect(read[0]?.session?.number).toBeGreaterThan(0)
    expect((await looks('practitioner'))[0]).toMatchObject({ person: on.house.supervisor })
    expect(await looks('guardian')).toEqual([])
  })
})

describe('showing a note to its client', () => {
  it('[NO13] at once, with its amendments, and to a guardian only where they are named', async () => {
    const { note, content } = await on.aSigned()
    const read = (await on.ask('client', `notes/${note}/released`)).json as ReleasedNote
    expect(read.content).toEqual(content)
    expect(await status('guardian', `notes/${note}/released`)).toBe(404)
    expect((await shown('guardian')).find((one) => one.note === note)?.shownFrom).toBeNull()
    const decided = await on.ask('practitioner', `notes/${note}/release`, {
      kind: 'released',
      to: 'everybody',
    })
    expect(decided.json).toMatchObject({ release: { number: 2, choice: { to: 'everybody' } } })
    expect(await status('guardian', `notes/${note}/released`)).toBe(200)
    expect(await status('practitioner', `notes/${note}/released`)).toBe(403)
  })

  it('[NO13] from a time on, which the client is told; until then PostgreSQL has no row for them', async () => {
    const until = Date.now() + 3 * DAY
    const release = {
      kind: 'delayed',
      to: 'clients',
      until,
      reason: 'talk-first',
      words: 'In person first.',
    } as const
    const { note } = await on.aSigned({ release })
    expect((await shown('client')).find((one) => one.note === note)).toMatchObject({
      shownFrom: until,
      signedAt: null,
    })
    expect([await status('client', `notes/${note}/released`), await rowsFor('client', note)]).toEqual([
      404, 0,
    ])
    await on.api.owner.query(`UPDATE note SET shown_from = now() - interval '1 second' WHERE note_id = $1`, [
      note,
    ])
    expect([await status('client', `notes/${note}/released`), await rowsFor('client', note)]).toEqual([
      200, 1,
    ])
  })

  it('[NO13] not at all: the client learns that it is there, and not why it is kept back', async () => {
    const release = { kind: 'withheld', reason: 'third-person', words: 'His cousin’s matter.' } as const
    const { note } = await on.aSigned({ release })
    const { text } = await on.ask('client', `cases/${on.house.case}/released-notes`)
    expect(text).toContain(note)
    expect(text).not.toContain('cousin')
    expect(text).not.toContain('third-person')
    expect([
      await status('client', `notes/${note}/released`),
      await rowsFor('client', note, 'note_release'),
    ]).toEqual([404, 0])
  })

  it('[NO11] [NO13] never before it was co-signed', async () => {
    const { note, view } = await on.aSigned({ coSigner: on.house.supervisor })
    expect([await status('client', `notes/${note}/released`), await rowsFor('client', note)]).toEqual([
      404, 0,
    ])
    await on.ask('supervisor', `notes/${note}/co-sign`, { hash: view.signed[0]?.hash })
    expect([await status('client', `notes/${note}/released`), await rowsFor('client', note)]).toEqual([
      200, 1,
    ])
  })
})

describe('forms and paper', () => {
  it('[NO4] administrators make forms, in versions; a note keeps the one that it was written in', async () => {
    const [template, section] = [newUuid(Date.now()), newUuid(Date.now())]
    const body = (after: number, title: string) => ({
      ...{ template, after, name: 'Couple session', disciplines: ['counselling'], retired: false },
      sections: [{ id: section, title, help: '' }],
    })
    expect(gist(await on.ask('practitioner', 'note-forms', body(0, 'Both')))).toEqual([403, 'not-yours'])
    expect((await on.ask('administrator', 'note-forms', body(0, 'Both'))).json).toMatchObject({ version: 1 })
    const sections = [{ section, words: 'They laughed.' }]
    const session = await on.aSession()
    const written = {
      after: 0,
      form: { kind: 'template', template, version: 1 },
      sections,
      quotes: [],
      marks: [],
    }
    expect((await on.ask('practitioner', `sessions/${session}/note`, written)).status).toBe(200)
    expect((await on.ask('administrator', 'note-forms', body(1, 'The two'))).json).toMatchObject({
      version: 2,
    })
    expect(gist(await on.ask('administrator', 'note-forms', body(1, 'Late')))).toEqual([409, 'words-changed'])
    const { templates, mayWrite } = (await on.ask('practitioner', 'note-forms')).json as NoteForms
    expect([templates[0]?.sections[0]?.title, mayWrite]).toEqual(['The two', false])
    const { text } = await on.ask('practitioner', `sessions/${session}/note`)
    expect(text).toContain('"form":{"kind":"template"')
    expect(text).toMatch(/"sections":\[\{"id":"[^"]+","title":"Both"/)
  })

  it('[NO15] is printed with its words and its hash, and every form blank', async () => {
    const { note, view } = await on.aSigned({}, soap({ subjective: SECRET, plan: 'Two stops.' }))
    const { text } = await readPdf(await on.file('practitioner', `notes/${note}/pdf?paper=A4`))
    for (const words of [SECRET, 'Two stops.', view.signed[0]?.hash ?? '?'])
      expect(text.replace(/\s+/gu, '')).toContain(words.replace(/\s+/gu, ''))
    const blank = await readPdf(await on.file('practitioner', 'note-forms/massage/blank?paper=Letter'))
    expect(blank.text.replace(/\s+/gu, '')).toContain('Subjective')
    expect(await status('practitioner', 'note-forms/nonsense/blank?paper=A4')).toBe(404)
    expect(await status('client', `notes/${note}/pdf?paper=A4`)).toBe(403)
  })
})
