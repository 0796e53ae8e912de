import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { PersonId } from '@accord/domain/ids'
import type { Letter, Outbox } from '@accord/domain/rest/outbox'
import { startTestApi, type TestApi } from '../../test/api.js'
import { deskOf, gist } from '../../test/desk.js'
import { startMailServer } from '../../test/mail-server.js'
import { createPerson } from '../../test/live/clinic.js'
import { aHouse, cookieFor, emailOf, type House } from '../../test/people.js'
import { startSecond } from '../../test/second-process.js'
import { ClinicTransactions } from '../database/clinic-transactions.js'
import { ErasingService } from '../erasure/erasing.service.js'
import { MailRounds } from './mail-rounds.service.js'
import { Mail } from './mail.service.js'

const HOUR = 60 * 60_000
const LINK = 'http://localhost/welcome#zebra-crossing-token'

type Kind = 'welcome' | 'reset'

/** A letter with a link, as an invitation writes one. */
async function write(api: TestApi, house: House, person: PersonId, kind: Kind): Promise<void> {
  const link = { address: LINK, until: api.clock.now() + 24 * HOUR }
  const { clinic } = house
  await api.app
    .get(ClinicTransactions)
    .run([clinic], (manager) =>
      api.app.get(Mail, { strict: false }).write(manager, { clinic, person, audience: 'portal', kind, link }),
    )
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 200; times++) {
    if (await isSo()) return
    await sleep(50)
  }
  throw new Error('it did not come about')
}

describe('without a mail server', () => {
  let api: TestApi
  let house: House
  let desk: ReturnType<typeof deskOf>

  beforeAll(async () => {
    api = await startTestApi({ limits: { attemptsPerAddress: 500 } })
    house = await aHouse(api)
    desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
    await write(api, house, house.client, 'welcome')
    await write(api, house, house.otherClient, 'reset')
  }, 30_000)
  afterAll(() => api.stop())

  const outbox = async () => (await desk.get('outbox')).json as Outbox
  const letter = async (kind: Kind) => {
    const line = (await outbox()).letters.find((one) => one.kind === kind)
    return (await desk.get(`outbox/${line?.id ?? ''}`)).json as Letter
  }

  it('[ID12] [ID14] letters are kept for a person to hand over, with words of the catalogue', async () => {
    const { isConnected, counts, letters } = await outbox()
    expect([isConnected, counts]).toEqual([false, { all: 2, waiting: 2, failed: 0 }])
    expect(letters.map(({ kind, state }) => [kind, state])).toEqual([
      ['reset', 'kept'],
      ['welcome', 'kept'],
    ])
    const { subject, before, after, from } = await letter('welcome')
    expect([subject, from, before[0]]).toEqual(['Your first sign-in', 'A clinic', 'Dear Somebody,'])
    expect([...before, ...after].join(' ')).not.toMatch(/psycho|therap|counsel|massage|reiki|goal/i)
  })

  it('[ID13] a first link can be read off; one that lets somebody in who signs in already cannot', async () => {
    expect((await letter('welcome')).link).toEqual({ state: 'shown', address: LINK })
    expect((await letter('reset')).link).toEqual({ state: 'hidden' })
  })

  it('[ID13] leaves no link in the database that can be read there', async () => {
    const rows = await api.owner.query<{ row: string }[]>('SELECT m::text AS row FROM mail m')
    const words = ['zebra', Buffer.from('zebra-crossing').toString('hex')]
    expect(rows.filter(({ row }) => words.some((word) => row.includes(word)))).toEqual([])
    expect(api.lines.join('\n')).not.toContain('zebra')
  })

  it('[ID13] a letter that was handed over keeps no link, and is handed over once', async () => {
    const { id } = await letter('welcome')
    expect((await desk.post(`outbox/${id}/handed-over`)).status).toBe(204)
    expect(gist(await desk.post(`outbox/${id}/handed-over`))).toEqual([409, 'already-exists'])
    expect(await letter('welcome')).toMatchObject({ state: 'given', link: { state: 'gone' } })
  })

  it('[ID12] is read by administrators of that clinic and nobody else', async () => {
    const { id } = await letter('reset')
    for (const who of ['practitioner', 'supervisor'] as const) {
      const other = deskOf(api, await cookieFor(api, 'console', house[who]))
      expect(gist(await other.get('outbox'))).toEqual([403, 'not-yours'])
      expect(gist(await other.get(`outbox/${id}`))).toEqual([403, 'not-yours'])
    }
    const elsewhere = await aHouse(api)
    const there = deskOf(api, await cookieFor(api, 'console', elsewhere.administrator))
    expect(gist(await there.get(`outbox/${id}`))).toEqual([404, 'not-found'])
    expect(gist(await there.post(`outbox/${id}/handed-over`))).toEqual([404, 'not-found'])
    expect(((await there.get('outbox')).json as Outbox).letters).toEqual([])
  })
})

describe('with a mail server', () => {
  let api: TestApi
  let second: TestApi
  let house: House
  let server: Awaited<ReturnType<typeof startMailServer>>

  beforeAll(async () => {
    server = await startMailServer()
    api = await startTestApi({ mail: server.settings, limits: { attemptsPerAddress: 500 } })
    second = await startSecond(api)
    house = await aHouse(api)
  }, 30_000)
  afterAll(async () => {
    await second.stop()
    await api.stop()
    await server.stop()
  })

  const rows = () =>
    api.owner.query<{ state: string; trouble: string | null; tries: number; link: Buffer | null }[]>(
      'SELECT state, trouble, tries, link FROM mail ORDER BY written_at',
    )

  it('[ID12] each letter is sent once, however many processes carry, and its link is forgotten', async () => {
    for (let times = 0; times < 6; times++) await write(api, house, house.client, 'welcome')
    await until(async () => (await rows()).every(({ state }) => state === 'sent'))
    expect(server.taken.length).toBe(6)
    expect(server.taken[0]).toContain('From: A clinic <practice@example.org>')
    expect(server.taken[0]?.replaceAll('=\r\n', '')).toContain('zebra-crossing-token')
    expect((await rows()).filter(({ link }) => link !== null)).toEqual([])
  })

  it('[ID15] one that cannot be sent now is tried again later; one that is refused is listed, and sent again by a person', async () => {
    await api.owner.query('DELETE FROM mail')
    server.say('451 come back later')
    await write(api, house, house.client, 'reset')
    await until(async () => (await rows())[0]?.trouble === 'unreachable')
    expect(await rows()).toMatchObject([{ state: 'waiting', tries: 1 }])
    server.say('550 no such mailbox')
    await api.owner.query('UPDATE mail SET due_at = now()')
    await until(async () => (await rows())[0]?.state === 'failed')
    const desk = deskOf(api, await cookieFor(api, 'console', house.administrator))
    const { counts, letters } = (await desk.get('outbox?show=failed')).json as Outbox
    expect([counts.failed, letters[0]?.trouble]).toEqual([1, 'refused'])
    server.say('250 taken')
    expect((await desk.post(`outbox/${letters[0]?.id}/again`)).status).toBe(204)
    await until(async () => (await rows())[0]?.state === 'sent')
    expect(gist(await desk.post(`outbox/${letters[0]?.id}/again`))).toEqual([409, 'already-exists'])
  })

  it('[ID15] waits 1, 5, 30 and 120 minutes, and has failed when the fifth try did', async () => {
    await api.owner.query('DELETE FROM mail')
    server.say('451 come back later')
    await write(api, house, house.client, 'reset')
    const due = () =>
      api.owner.query<{ minutes: number | null; tries: number; state: string; trouble: string | null }[]>(
        `SELECT round(extract(epoch FROM due_at - now()) / 60)::float8 AS minutes, tries, state, trouble FROM mail`,
      )
    const carry = () => api.app.get(MailRounds, { strict: false }).round()
    for (const [at, minutes] of [1, 5, 30, 120].entries()) {
      await carry()
      // Another process may have it in hand.
      await until(async () => (await due())[0]?.minutes === minutes)
      expect(await due()).toMatchObject([{ tries: at + 1, state: 'waiting', trouble: 'unreachable' }])
      await api.owner.query('UPDATE mail SET due_at = now()')
    }
    await carry()
    await until(async () => (await due())[0]?.state === 'failed')
    expect(await due()).toMatchObject([{ tries: 5, trouble: 'unreachable' }])
    server.say('250 taken')
    await carry()
    expect(await due()).toMatchObject([{ tries: 5, state: 'failed' }])
  })

  it('[ER11] the last one to somebody who is erased goes where they were, and nothing keeps the address', async () => {
    const [person, why] = [
      await createPerson(api.owner, house.clinic, []),
      { by: null, request: null, rule: 'test' },
    ]
    await api.app.get(Mail, { strict: false }).sayFarewell(house.clinic, person)
    await api.app.get(ErasingService, { strict: false }).erasePerson(house.clinic, person, why)
    await api.app.get(Mail, { strict: false }).sayFarewell(house.clinic, person)
    const left = () =>
      api.owner.query<{ state: string; parcel: Buffer | null }[]>(
        'SELECT state, parcel FROM mail WHERE person_id = $1',
        [person],
      )
    await until(async () => (await left()).some(({ state }) => state === 'sent'))
    expect(await left()).toEqual([{ state: 'sent', parcel: null }])
    expect(server.taken.filter((taken) => taken.includes(`To: ${emailOf(person)}`))).toHaveLength(1)
  })

  it('[ID15] one whose link is too old is not sent any more', async () => {
    await write(api, house, house.client, 'reset')
    await api.owner.query(`UPDATE mail SET due_at = now() + interval '1 hour' WHERE state = 'waiting'`)
    const before = server.taken.length
    await api.owner.query(`UPDATE mail SET link_until = now(), due_at = now() WHERE state = 'waiting'`)
    await until(async () => (await rows()).some(({ trouble }) => trouble === 'late'))
    expect(server.taken.length).toBeLessThanOrEqual(before + 1)
  })
})
