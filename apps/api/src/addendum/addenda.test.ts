import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ITEM_KINDS, type ItemKind } from '@accord/domain/addendum/item'
import { LONGEST_ADDENDUM, type RecordAddenda, type RecordItem } from '@accord/domain/rest/addenda'
import { anAddendumHouse, type AddendumHouse } from '../../test/addendum-house.js'
import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { ConsentNewsService } from '../consent/consent-news.service.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import type { Who } from '../../test/note-house.js'

const WORDS = 'It was in the spring, not in the autumn.'

let on: AddendumHouse

const body = ({ kind, item, entry }: RecordItem, number = 1, words = WORDS) => {
  return { place: { kind, item, entry }, number, words }
}
const READERS = ['client', 'guardian', 'practitioner', 'supervisor'] as const
type Reader = (typeof READERS)[number]

/** What the client can add to, and what each finds once they added to one of each kind. */
let items: ReadonlyMap<ItemKind, RecordItem>
let found: Readonly<Record<Reader, RecordAddenda>>
const itemOf = (kind: ItemKind): RecordItem => {
  const item = items.get(kind)
  if (!item) throw new Error(`there is no ${kind}`)
  return item
}

const nameOf = async (who: Who): Promise<string | undefined> => {
  const sql = 'SELECT name FROM person WHERE person_id = $1'
  const [row]: { name: string }[] = await on.api.owner.query(sql, [on.people[who]])
  return row?.name
}

beforeAll(async () => {
  on = await anAddendumHouse()
  items = new Map((await on.addenda('client')).items.map((item) => [item.kind, item]))
  for (const item of items.values()) {
    // Every answer holds the whole record, which one of them is enough to read.
    const { status, text } = await on.add('client', body(item))
    if (status !== 200) throw new Error(`${item.kind} was answered ${status} ${text}`)
  }
  const all = READERS.map(async (who) => [who, await on.addenda(who)] as const)
  found = Object.fromEntries(await Promise.all(all)) as Record<Reader, RecordAddenda>
}, 30_000)
afterAll(() => on.api.stop())

describe('saying that something in one’s record is not right', () => {
  const everybody = [...READERS]
  const notTheGuardian = ['client', 'practitioner', 'supervisor']
  const read: Readonly<Record<ItemKind, readonly string[]>> = {
    ...{ moment: everybody, session: everybody, ending: everybody, disclosure: everybody },
    ...{ 'supervisor-said': everybody, barrier: notTheGuardian, 'safety-plan': notTheGuardian },
    questionnaire: notTheGuardian,
    // Its client left it to the supervisor alone. (CI3)
    'check-in': ['client', 'supervisor'],
  }

  it.each(ITEM_KINDS)('[AD1] [AD2] [AD4] stands at a %s for those who read it, as it was then', (kind) => {
    const item = itemOf(kind)
    const said = found.client.addenda.find((one) => one.kind === kind)
    expect(said).toMatchObject({ number: 1, by: on.house.client, words: WORDS, about: item.about })
    const who = READERS.filter((one) => found[one].addenda.some((other) => other.kind === kind))
    expect(who).toEqual(read[kind])
    // The sentence beside the box tells of the same people as the server lets read.
    expect(READERS.filter((one) => item.readers.includes(on.people[one]))).toEqual(read[kind])
    expect(item.readers).toHaveLength(read[kind].length)
  })

  it('[AD1] any moment of the history, and what is kept between them for those who keep it', async () => {
    const moment = (entry: number, item = on.plan) => ({
      place: { kind: 'moment', item, entry },
      number: 1,
      words: WORDS,
    })
    expect((await on.add('guardian', moment(2))).status).toBe(200)
    expect((await on.add('client', moment(99_999))).status).toBe(404)
    const ours = moment(2, on.between)
    expect((await on.add('guardian', ours)).status).toBe(404)
    expect((await on.add('client', ours)).status).toBe(200)
    const at = async (who: Who) =>
      (await on.addenda(who)).addenda.filter(({ item }) => item === on.between).length
    expect([await at('client'), await at('practitioner'), await at('guardian')]).toEqual([1, 1, 0])
  })

  it('[AD3] is said upon what was read, never blank or endless, and once', async () => {
    const item = itemOf('disclosure')
    expect((await on.add('client', body(item, 1))).status).toBe(409)
    expect((await on.add('client', body(item, 2, ' '))).status).toBe(400)
    expect((await on.add('client', body(item, 2, 'a'.repeat(LONGEST_ADDENDUM + 1)))).status).toBe(400)
    const both = await Promise.all([1, 2].map(() => on.add('client', body(item, 2))))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('[AD3] [AD5] is a client’s or guardian’s to say, of what they are shown in their own case', async () => {
    const item = itemOf('session')
    const asked: readonly Who[] = ['practitioner', 'supervisor', 'administrator', 'otherClient', 'colleague']
    const statuses = await Promise.all(asked.map(async (who) => (await on.add(who, body(item, 2))).status))
    expect(statuses).toEqual([403, 403, 404, 404, 404])
    for (const kind of ['check-in', 'questionnaire', 'barrier', 'safety-plan'] as const)
      expect((await on.add('guardian', body(itemOf(kind), 2))).status).toBe(404)
    // Another case's client has nothing of this one's, in their own case or in it.
    expect((await on.add('otherClient', body(item), on.house.otherCase)).status).toBe(404)
    expect(found.practitioner.items).toEqual([])
  })

  it('[AD7] what was said of a note stands among them, for those to whom it is shown', async () => {
    await on.ask('client', `notes/${on.note}/replies`, { number: 1, words: WORDS })
    const [theirs, guardians] = [await on.addenda('practitioner'), await on.addenda('guardian')]
    const replies = theirs.addenda.filter(({ kind }) => kind === 'note')
    expect(replies).toMatchObject([{ item: on.note, words: WORDS, about: { number: 1 } }])
    expect(guardians.addenda.filter(({ kind }) => kind === 'note')).toEqual([])
    // And it is told of like them. (AD8)
    const { addenda } = (await on.ask('practitioner', 'consent-news')).json as ConsentNewsList
    expect(addenda.filter(({ kind }) => kind === 'note')).toMatchObject([{ item: on.note, number: 1 }])
  })

  it('[AD6] is sealed, and neither changed nor removed by the database’s own user', async () => {
    const rows: { content: Buffer }[] = await on.api.owner.query('SELECT content FROM record_addendum')
    expect(rows.length).toBeGreaterThan(ITEM_KINDS.length)
    expect(rows.some(({ content }) => String(content).includes('spring'))).toBe(false)
    const sqls = [
      'UPDATE record_addendum SET number = 9',
      'DELETE FROM record_addendum',
      'TRUNCATE record_addendum',
    ]
    for (const sql of sqls) await expect(on.api.owner.query(sql)).rejects.toThrow()
  })

  it('[AD6] PostgreSQL shows it only with its item, and takes it from a client or guardian who is shown that', async () => {
    const database = on.api.app.get(ClinicTransactions, { strict: false })
    const as = async <Row>(who: Who, sql: string, values: readonly unknown[] = []) =>
      database.ask<Row[]>([on.house.clinic], sql, [...values], [on.people[who]])
    const kinds = async (who: Who) => {
      const rows = await as<{ kind: string }>(who, 'SELECT DISTINCT kind FROM record_addendum')
      return rows.map(({ kind }) => kind).sort()
    }
    const shared = ['disclosure', 'ending', 'moment', 'session', 'supervisor-said']
    expect(await kinds('guardian')).toEqual(shared)
    expect(await kinds('practitioner')).toEqual([...ITEM_KINDS].filter((kind) => kind !== 'check-in').sort())
    expect([await kinds('colleague'), await kinds('otherClient'), await kinds('administrator')]).toEqual([
      [],
      [],
      [],
    ])
    const add = (who: Who, { kind, item }: RecordItem, by = on.people[who], of: string | null = null) =>
      database.run(
        [on.house.clinic],
        (manager) =>
          manager.query(
            `INSERT INTO record_addendum (case_id, kind, item_id, entry, number, clinic_id, client_id, person_id, at,
               key_version, content) VALUES ($1, $2, $3, 0, 90, $4, $5, $6, now(), 1, 'x')`,
            [on.house.case, kind, item, on.house.clinic, of, by],
          ),
        [on.people[who]],
      )
    const refused = /row-level security/
    await expect(add('practitioner', itemOf('session'))).rejects.toThrow(refused)
    await expect(add('otherClient', itemOf('session'))).rejects.toThrow(refused)
    await expect(add('guardian', itemOf('session'), on.people.client)).rejects.toThrow(refused)
    await expect(add('guardian', itemOf('barrier'), on.people.guardian, on.people.client)).rejects.toThrow(
      refused,
    )
    await expect(add('client', { ...itemOf('session'), item: on.plan })).rejects.toThrow(refused)
  })

  it('[AD8] is news to those of the practice who read the item, without its words, until they saw the list', async () => {
    const told = async (who: Who) => {
      const { json, text } = await on.ask(who, 'consent-news')
      expect(text.includes('spring') || text.includes('Two stops')).toBe(false)
      return json as ConsentNewsList
    }
    const kindsOf = ({ addenda }: ConsentNewsList) =>
      ITEM_KINDS.filter((kind) => addenda.some((one) => one.kind === kind))
    const [news, supervisors] = [await told('practitioner'), await told('supervisor')]
    expect(kindsOf(news)).toEqual(ITEM_KINDS.filter((kind) => kind !== 'check-in'))
    expect(kindsOf(supervisors)).toEqual(ITEM_KINDS)
    const name = await nameOf('client')
    for (const { caseId, clientNames } of [...news.addenda, ...supervisors.addenda])
      expect([caseId, clientNames]).toEqual([on.house.case, [name]])
    expect(news.addenda.map(({ at }) => at)).toEqual(news.addenda.map(({ at }) => at).sort((a, b) => b - a))
    for (const who of ['colleague', 'administrator'] as const) expect((await told(who)).addenda).toEqual([])
    expect((await on.ask('client', 'consent-news')).status).toBe(403)

    await on.ask('practitioner', `plans/${on.plan}/seen`, { upTo: news.at })
    expect((await told('practitioner')).addenda).toEqual([])
    expect((await told('supervisor')).addenda).toHaveLength(supervisors.addenda.length)
    const service = on.api.app.get(ConsentNewsService, { strict: false })
    const supervisor = { clinic: on.house.clinic, person: on.house.supervisor } as const
    on.api.clock.advance(30 * 86_400_000)
    expect((await service.of({ ...supervisor, audience: 'console', roles: ['supervisor'] })).addenda).toEqual(
      [],
    )
    on.api.clock.advance(-30 * 86_400_000)
    expect(
      (await on.ask('supervisor', `plans/${on.plan}/seen`, { upTo: supervisors.at })).status,
    ).toBeLessThan(300)
    expect((await told('supervisor')).addenda).toEqual([])
  })

  it('[AD5] is said in a closed case too, and read but not said while it is restricted', async () => {
    const item = itemOf('session')
    const where = 'WHERE case_id = $1'
    await on.api.owner.query(`UPDATE clinic_case SET closed_at = now() ${where}`, [on.house.case])
    expect((await on.add('client', body(item, 2))).status).toBe(200)
    // Of which its practitioner is told, until it is restricted. (AD8)
    const told = async () =>
      ((await on.ask('practitioner', 'consent-news')).json as ConsentNewsList).addenda.map(({ kind }) => kind)
    expect(await told()).toContain('session')
    await on.api.owner.query(`UPDATE clinic_case SET restricted_at = now() ${where}`, [on.house.case])
    expect(await told()).toEqual([])
    expect((await on.add('client', body(item, 3))).json).toMatchObject({ code: 'restricted' })
    expect((await on.addenda('client')).addenda.length).toBeGreaterThan(ITEM_KINDS.length)
    expect((await on.ask('practitioner', `cases/${on.house.case}/addenda`)).status).toBe(403)
  })
})
