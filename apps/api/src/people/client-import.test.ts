import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ImportAnswer } from '@accord/domain/rest/client-import'
import type { Client, People } from '@accord/domain/rest/people'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf, gist } from '../../test/desk.js'
import { aHouse, cookieFor, emailOf, type House } from '../../test/people.js'
import { readClientRows } from './client-rows.js'

let api: TestApi
let house: House
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  api = await startTestApi()
  house = await aHouse(api)
  desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
}, 30_000)
afterAll(() => api.stop())

const clients = async () => ((await desk.get('people')).json as People).clients
const importing = async (csv: string, path = 'clients/import') =>
  (await desk.post(path, { csv })).json as ImportAnswer
const told = ({ troubles }: ImportAnswer) => troubles.map(({ row, column, code }) => [row, column, code])

const HEADINGS = 'name,email,phone,pronouns,language,date_of_birth'
const FILE = [
  HEADINGS,
  '"Halloran, Wren",Wren.H@example.org,+46 70 1,they,en,1988-04-17',
  '',
  '"Kit ""Kitty"" Sørensen",kit.s@example.org,,,,',
].join('\r\n')

describe('a CSV file of clients', () => {
  it('[CL16] is tried without anybody being taken in, and then taken in whole', async () => {
    const before = (await clients()).length
    expect(await importing(FILE, 'clients/import?dry=1')).toEqual({
      dry: true,
      found: 2,
      imported: 0,
      troubles: [],
    })
    expect(await clients()).toHaveLength(before)
    expect(await importing(FILE)).toEqual({ dry: false, found: 2, imported: 2, troubles: [] })
    const wren = (await clients()).find(({ name }) => name === 'Halloran, Wren')
    const kept = (await desk.get(`clients/${wren?.id ?? ''}`)).json as Client
    expect(kept).toMatchObject({
      email: 'wren.h@example.org',
      phone: '+46 70 1',
      pronouns: 'they',
      language: 'en',
      dateOfBirth: '1988-04-17',
      emergencyContact: null,
      signIn: 'not-invited',
    })
    expect((await clients()).some(({ name }) => name === 'Kit "Kitty" Sørensen')).toBe(true)
  })

  it('[CL17] with one bad row is not taken in at all, and each trouble names its row and column', async () => {
    const before = (await clients()).length
    const csv = [
      HEADINGS,
      'Good,good@example.org,,,,',
      ',nobody,abc,,not a language,1988-13-01',
      `Taken,${emailOf(house.client)},,,,`,
      'Twin,GOOD@example.org,,,,',
      'Far,far@example.org,,' + 'x'.repeat(61) + ',,',
    ].join('\n')
    for (const path of ['clients/import?dry=1', 'clients/import']) {
      const answer = await importing(csv, path)
      expect([answer.found, answer.imported]).toEqual([5, 0])
      expect(told(answer)).toEqual([
        [3, 'name', 'missing'],
        [3, 'email', 'not-an-email'],
        [3, 'phone', 'not-a-phone'],
        [3, 'language', 'not-a-language'],
        [3, 'date_of_birth', 'not-a-day'],
        [4, 'email', 'email-taken'],
        [5, 'email', 'email-twice'],
        [6, 'pronouns', 'too-long'],
      ])
      expect(answer.troubles[5]?.message).toBe('Somebody here has this e-mail already.')
      expect(JSON.stringify(answer)).not.toContain(emailOf(house.client))
    }
    expect(await clients()).toHaveLength(before)
  })

  it('[CL16] is for administrators', async () => {
    const mara = deskOf(api, await cookieFor(api, 'console', house.practitioner))
    expect(gist(await mara.post('clients/import?dry=1', { csv: FILE }))).toEqual([403, 'not-yours'])
    expect(gist(await desk.post('clients/import', { csv: '' }))).toEqual([400, 'malformed'])
  })
})

describe('the rows of a CSV file', () => {
  const codes = (csv: string) =>
    readClientRows(csv).troubles.map(({ row, column, code }) => [row, column, code])

  it.each([
    [
      'email,nickname,email\na,b,c',
      [
        [1, 'name', 'column-missing'],
        [1, 'nickname', 'column-unknown'],
        [1, 'email', 'column-twice'],
      ],
    ],
    ['name,email', [[1, null, 'no-rows']]],
    ['name,email\n\n\n', [[1, null, 'no-rows']]],
    ['name,email\nWren,"w@example.org', [[2, null, 'unreadable']]],
    [`name,email\n${'a,b\n'.repeat(1_001)}`, [[1_002, null, 'too-many-rows']]],
    ['name,email\nWren', [[2, 'email', 'missing']]],
  ])('[CL17] are told what is wrong with them: case %#', (csv, troubles) => {
    expect(codes(csv)).toEqual(troubles)
  })

  it('[CL16] are read with columns in any order, a byte order mark and semicolons', () => {
    const { clients: found, troubles } = readClientRows('\uFEFFEmail;Name\r\nw@example.org;"Wren; H"\r\n')
    expect(troubles).toEqual([])
    expect(found).toMatchObject([
      { row: 2, client: { name: 'Wren; H', email: 'w@example.org', phone: null } },
    ])
  })
})
