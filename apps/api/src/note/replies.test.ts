import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { EmergencyOpened } from '@accord/domain/rest/emergency'
import type { NoteView, ReleasedNote } from '@accord/domain/rest/note'
import { aNoteHouse, type NoteHouse, type Who } from '../../test/note-house.js'
import { readPdf } from '../../test/review/pdf.js'

const WORDS = 'It was in the spring, not in the autumn.'

let on: NoteHouse
let note: string
let hash: string | undefined

const reply = (who: Who, number = 1, of = note, words = WORDS) =>
  on.ask(who, `notes/${of}/replies`, { number, words })
const released = async (who: Who = 'client') =>
  (await on.ask(who, `notes/${note}/released`)).json as ReleasedNote

beforeAll(async () => {
  on = await aNoteHouse()
  const signed = await on.aSigned()
  note = signed.note
  hash = signed.view.signed.at(-1)?.hash
}, 30_000)
afterAll(() => on.api.stop())

describe('saying that a note is not right', () => {
  it('[TO10] stands beneath the signed words for everybody who reads them, on paper too, and changes none', async () => {
    expect((await reply('client')).status).toBe(200)
    const { replies, hash: after } = await released()
    expect(replies).toMatchObject([{ number: 1, by: on.house.client, words: WORDS }])
    expect(after).toBe(hash)
    for (const who of ['practitioner', 'supervisor'] as const) {
      const view = (await on.ask(who, `notes/${note}`)).json as NoteView
      expect([view.state, view.replies.map(({ words }) => words)]).toEqual(['signed', [WORDS]])
    }
    const { text } = await readPdf(await on.file('practitioner', `notes/${note}/pdf?paper=A4`))
    expect(text).toContain(WORDS)
  })

  it('[EM4] [TO10] comes with the note where that is opened in an emergency', async () => {
    const { case: caseId, client } = on.house
    const danger = { caseId, client, parts: ['note'], code: 'medical', why: 'Rang from the bridge' }
    const opened = (await on.ask('colleague', 'emergency', danger)).json as EmergencyOpened
    const { json } = await on.ask('colleague', `emergency/${opened.access}/note`)
    expect(json).toMatchObject({ note: { replies: [{ by: 'Somebody', words: WORDS }] } })
  })

  it('[TO10] is said upon what was read, and never blank', async () => {
    expect((await reply('client', 1)).status).toBe(409)
    expect((await reply('client', 2, note, '  ')).status).toBe(400)
    expect((await released()).replies).toHaveLength(1)
  })

  it('[TO11] is for those to whom the note is shown', async () => {
    const asked: readonly Who[] = ['practitioner', 'supervisor', 'administrator', 'otherClient', 'guardian']
    const statuses = await Promise.all(asked.map(async (who) => (await reply(who, 2)).status))
    expect(statuses).toEqual([403, 403, 404, 404, 404])
    const why = { kind: 'withheld', reason: 'harm', words: 'Later.' } as const
    const kept = await on.aSigned({ release: why })
    expect((await reply('client', 1, kept.note)).status).toBe(404)
  })

  it('[TO12] [NO14] is sealed, and neither changed nor removed by the database’s own user', async () => {
    const [row]: { content: Buffer }[] = await on.api.owner.query('SELECT content FROM note_reply')
    expect(String(row?.content)).not.toContain('spring')
    for (const sql of ['UPDATE note_reply SET number = 9', 'DELETE FROM note_reply', 'TRUNCATE note_reply'])
      await expect(on.api.owner.query(sql)).rejects.toThrow()
  })
})
