import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { GoalId } from '@accord/domain/ids'
import { amendmentHash } from '@accord/domain/note/text'
import type { NoteDesk, NoteDraft, NoteList, NotesToDo, NoteView } from '@accord/domain/rest/note'
import { gist } from '../../test/desk.js'
import { aNoteHouse, noteOf, soap, type NoteHouse } from '../../test/note-house.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { newUuid } from '../history/new-uuid.js'

let on: NoteHouse
const HOUR = 3_600_000

beforeAll(async () => {
  on = await aNoteHouse()
}, 30_000)
afterAll(() => on.api.stop())

const desk = async (session: string) =>
  (await on.ask('practitioner', `sessions/${session}/note`)).json as NoteDesk
const stateOf = async (session: string) => (await desk(session)).session.state
const plan = async (): Promise<string> => {
  const sql = `SELECT log_id AS plan FROM log WHERE case_id = $1 AND audience = 'plan'`
  const [row] = await on.api.owner.query<{ plan: string }[]>(sql, [on.house.case])
  return row?.plan ?? ''
}

describe('writing a note', () => {
  it('[NO7] [SE1] is begun when the session is over, saved over what was read, and makes the session noted', async () => {
    let during: unknown
    const session = await on.aSession(async () => {
      const { sessions } = (await on.ask('practitioner', `cases/${on.house.case}/sessions`)).json as {
        sessions: { session: string; state: string }[]
      }
      const live = sessions.find(({ state }) => state === 'live')?.session ?? ''
      during = gist(await on.ask('practitioner', `sessions/${live}/note`, bodyWith('Too early.')))
    })
    expect(during).toEqual([409, 'session-moved-on'])
    const first = (await on.save(session, soap({ plan: 'One.' }))).json as NoteDraft
    expect([first.version, await stateOf(session)]).toEqual([1, 'noted'])
    expect(gist(await on.save(session, soap({ plan: 'From another tab.' })))).toEqual([409, 'words-changed'])
    expect(gist(await on.save(session, soap({ plan: 'Two.' }), 1))[0]).toBe(200)
    expect(gist(await on.save(session, soap({ plan: 'Lost?' }), 1))).toEqual([409, 'words-changed'])
    const { draft } = await desk(session)
    expect([draft?.version, draft?.content.sections.at(-1)?.words]).toEqual([2, 'Two.'])
  })

  it('[NO7] lets one of two tabs begin it', async () => {
    const session = await on.aSession()
    const both = await Promise.all([
      on.save(session, soap({ plan: 'a' })),
      on.save(session, soap({ plan: 'b' })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('[NO6] quotes a change of the session as the plan’s log has it, and nothing else', async () => {
    const goal = newUuid(Date.now()) as GoalId
    const session = await on.aSession(async () => {
      const [log, clientId] = [await plan(), newUuid(Date.now())]
      const command = { name: 'goal.add', goal, kind: 'change', title: 'Leeds' }
      await on.ask('practitioner', `plans/${log}/operations`, { plan: log, clientId, op: 1, command })
    })
    const { quotable } = await desk(session)
    expect(quotable).toMatchObject([
      { by: on.house.practitioner, change: { kind: 'begun', name: 'Leeds', goal } },
    ])
    const quoted = { ...soap({ plan: 'Leeds.' }), quotes: quotable }
    const saved = (await on.save(session, quoted)).json as NoteDraft
    expect(saved.content.quotes).toEqual(quotable)
    const other = await on.aSession()
    expect(gist(await on.save(other, quoted))).toEqual([404, 'not-found'])
  })

  it('[NO7] brings along what its author signed last', async () => {
    await on.aSigned({}, soap({ plan: 'Huddersfield and back.' }))
    const { last } = await desk(await on.aSession())
    expect(last?.content.sections.at(-1)?.words).toBe('Huddersfield and back.')
  })

  it.each([
    ['a section that is nobody’s', { sections: [{ section: 'rumours', words: '' }] }],
    ['a form’s section left out', { sections: [{ section: 'plan', words: 'x' }] }],
    [
      'a mark on no region',
      { marks: [{ region: 'front:wing:left', kind: 'pain', intensity: 1, words: '' }] },
    ],
    [
      'a strength of what is avoided',
      { marks: [{ region: 'front:head', kind: 'avoid', intensity: 3, words: '' }] },
    ],
    ['a line break of another kind', { sections: [{ section: 'plan', words: 'a\r\nb' }] }],
  ])('[NO1] [NO5] refuses %s', async (_what, wrong) => {
    const session = await on.aSession()
    const answer = await on.ask('practitioner', `sessions/${session}/note`, { ...bodyWith('x'), ...wrong })
    expect(gist(answer)).toEqual([400, 'malformed'])
  })
})

describe('signing a note', () => {
  it('[NO8] [NO9] [SE1] signs the text that the writer saw, and no other', async () => {
    const draft = await on.aDraft()
    const stale = { ...draft, content: soap({ plan: 'Other words.' }) }
    expect(gist(await on.sign(stale))).toEqual([409, 'words-changed'])
    expect(gist(await on.sign({ ...draft, version: 2 }))).toEqual([409, 'words-changed'])
    const view = (await on.sign(draft)).json as NoteView
    expect(view).toMatchObject({
      state: 'signed',
      signed: [{ version: 1, late: false, content: draft.content }],
    })
    expect(await stateOf(draft.session)).toBe('signed')
    expect(gist(await on.sign(draft))).toEqual([409, 'note-moved-on'])
    expect(gist(await on.save(draft.session, draft.content, 1))).toEqual([409, 'note-moved-on'])
  })

  it('[NO9] signs no empty note', async () => {
    expect(gist(await on.sign(await on.aDraft(soap({}))))).toEqual([400, 'malformed'])
  })

  it('[NO8] of two who sign at once, one does', async () => {
    const draft = await on.aDraft()
    const both = await Promise.all([on.sign(draft), on.sign(draft)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('[NO8] is beyond the reach of the application and of the owner of the database', async () => {
    const { note } = await on.aSigned()
    const asApp = (sql: string) =>
      on.api.app
        .get(ClinicTransactions)
        .run([on.house.clinic], (manager) => manager.query(sql, [note]), [on.house.practitioner])
    const asOwner = (sql: string) => on.api.owner.query(sql, [note])
    const touches = [
      `UPDATE note_signed SET late = true WHERE note_id = $1`,
      `UPDATE note_signed SET content = '\\x00' WHERE note_id = $1`,
      `DELETE FROM note_signed WHERE note_id = $1`,
      `UPDATE note_release SET at = now() WHERE note_id = $1`,
      `DELETE FROM note WHERE note_id = $1`,
    ]
    for (const sql of touches) {
      await expect(asApp(sql)).rejects.toThrow(/permission denied/)
      await expect(asOwner(sql)).rejects.toThrow(/never changed|refuse|append|change/i)
    }
    await expect(asApp(`UPDATE note SET state = 'draft' WHERE note_id = $1`)).rejects.toThrow()
    await expect(
      asOwner(`UPDATE note SET state = 'draft', signed_version = 0 WHERE note_id = $1`),
    ).rejects.toThrow()
    // The words it was signed from are no longer written on either.
    const rows: unknown = await asApp(
      `UPDATE note_draft SET version = 9 WHERE note_id = $1 RETURNING version`,
    )
    expect(rows).toEqual([[], 0])
  })

  it('[NO10] adds amendments beneath, each with its hash, and leaves the signed words alone', async () => {
    const { note, content } = await on.aSigned()
    const amend = (number: number, words: string, hash = amendmentHash({ note, number }, words)) =>
      on.ask('practitioner', `${noteOf({ note })}/amendments`, { number, words, hash })
    expect(gist(await amend(1, 'It was Monday.', amendmentHash({ note, number: 1 }, 'Other')))[1]).toBe(
      'words-changed',
    )
    const view = (await amend(1, 'It was Monday.')).json as NoteView
    expect(view).toMatchObject({ state: 'amended', amendments: [{ number: 1, words: 'It was Monday.' }] })
    expect(view.signed[0]?.content).toEqual(content)
    expect(gist(await amend(1, 'Twice.'))).toEqual([409, 'words-changed'])
    expect(gist(await amend(2, 'And Tuesday.'))[0]).toBe(200)
  })

  it('[NO11] is co-signed by the supervisor who read it, or given back and signed anew, and both are kept', async () => {
    const supervisor = on.house.supervisor
    const { note, session, view } = await on.aSigned({ coSigner: supervisor })
    expect(view.state).toBe('awaiting')
    const hash = view.signed[0]?.hash ?? ''
    expect(gist(await on.ask('practitioner', `notes/${note}/co-sign`, { hash }))).toEqual([403, 'not-yours'])
    expect(gist(await on.ask('supervisor', `notes/${note}/co-sign`, { hash: 'a'.repeat(64) }))[1]).toBe(
      'words-changed',
    )
    const back = await on.ask('supervisor', `notes/${note}/return`, { hash, words: 'Say how safe he felt.' })
    expect(back.json).toMatchObject({
      state: 'returned',
      coSignings: [{ returned: 'Say how safe he felt.' }],
    })
    const again = (await on.save(session, soap({ plan: 'Safe.' }), 1)).json as NoteDraft
    const second = (await on.sign({ session, ...again }, { version: 2, coSigner: supervisor }))
      .json as NoteView
    const co = await on.ask('supervisor', `notes/${note}/co-sign`, { hash: second.signed[1]?.hash })
    expect(co.json).toMatchObject({ state: 'co-signed', signed: [{ version: 1 }, { version: 2 }] })
    expect(gist(await on.ask('supervisor', `notes/${note}/co-sign`, { hash }))[1]).toBe('note-moved-on')
  })

  it('[NO12] says that it is late, and waits in Today until it is signed', async () => {
    const draft = await on.aDraft()
    const waiting = async (who: 'practitioner' | 'supervisor') =>
      ((await on.ask(who, 'notes')).json as NotesToDo).notes.filter(
        ({ session }) => session === draft.session,
      )
    expect(await waiting('practitioner')).toMatchObject([{ kind: 'finish', late: false }])
    on.api.clock.advance(73 * HOUR)
    await on.renew()
    expect(await waiting('practitioner')).toMatchObject([{ kind: 'finish', late: true }])
    const view = (await on.sign(draft, { coSigner: on.house.supervisor })).json as NoteView
    expect(view.signed[0]?.late).toBe(true)
    expect(await waiting('practitioner')).toEqual([])
    expect(await waiting('supervisor')).toMatchObject([{ kind: 'co-sign', note: draft.note }])
    const { notes } = (await on.ask('practitioner', `cases/${on.house.case}/notes`)).json as NoteList
    expect(notes.find(({ note }) => note === draft.note)).toMatchObject({ late: true, state: 'awaiting' })
  })
})

function bodyWith(words: string) {
  return { after: 0, form: { kind: 'soap' }, sections: soap({ plan: words }).sections, quotes: [], marks: [] }
}
