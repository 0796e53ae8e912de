import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ReadOutcomes, ReviewForClient, ReviewView } from '@accord/domain/rest/review'
import { aReviewHouse, type ReviewHouse, type Who } from '../../test/review/review-house.js'
import { cookieFor } from '../../test/people.js'
import { newUuid } from '../history/new-uuid.js'

let on: ReviewHouse
let pin: { plan: string; seq: number; hash: string; goal: string | null; passage: string | null }

beforeAll(async () => {
  on = await aReviewHouse()
  pin = { ...(await on.placeOf(5)), goal: on.goal, passage: 'slept' }
}, 30_000)
afterAll(() => on.api.stop())

const EVERYBODY: readonly Who[] = [
  'practitioner',
  'supervisor',
  'otherSupervisor',
  'administrator',
  'client',
  'guardian',
  'otherClient',
]
const statuses = async (what: (who: Who) => Promise<{ status: number }>) =>
  Object.fromEntries(
    await Promise.all(EVERYBODY.map(async (who) => [who, (await what(who)).status] as const)),
  )
const nobodyBut = (some: Partial<Record<Who, number>>) => ({
  otherSupervisor: 404,
  administrator: 404,
  client: 403,
  guardian: 403,
  otherClient: 404,
  ...some,
})
const text = 'What did you notice?'
const comment = () => ({ kind: 'review.comment', pin, text, readers: 'practitioner' })
const sign = async (from: number, seq: number) => {
  const { plan, hash } = await on.placeOf(seq)
  return { kind: 'review.sign', plan, from, upTo: { seq, hash }, checklist: null, concerns: null }
}
/** A thread that the supervisor began, by its id. */
const begun = async (what: object) => {
  const { status, json } = await on.act('supervisor', what)
  expect(status).toBe(200)
  return (json as ReviewView).threads.at(-1)?.id ?? ''
}
const looks = async (who: 'supervisor' | 'practitioner') => {
  const rows: { what: string }[] = await on.api.owner.query(
    'SELECT what FROM access_event WHERE person_id = $1 ORDER BY at, access_event_id',
    [on.house[who]],
  )
  return rows.map(({ what }) => what)
}

describe('who may do what in a review', () => {
  it('[RV2] [AC5] a review is read by its supervisor and its practitioner, and by nobody else', async () => {
    expect(await statuses((who) => on.ask(who, on.review))).toEqual(
      nobodyBut({ supervisor: 200, practitioner: 200 }),
    )
  })

  it('[RV2] a comment is written by the supervisor and the practitioner', async () => {
    expect(await statuses((who) => on.act(who, comment()))).toEqual(
      nobodyBut({ supervisor: 200, practitioner: 200 }),
    )
  })

  it('[RV2] a change is asked for by the supervisor, and answered by the practitioner', async () => {
    const ask = { kind: 'review.ask', pin, text }
    expect(await statuses((who) => on.act(who, ask))).toEqual(
      nobodyBut({ supervisor: 200, practitioner: 403 }),
    )
    const answer = { kind: 'review.answer', to: await begun(ask), text }
    expect(await statuses((who) => on.act(who, answer))).toEqual(
      nobodyBut({ supervisor: 403, practitioner: 200 }),
    )
  })

  it('[RV2] both reply, and the one who began a thread or the supervisor closes it', async () => {
    const to = await begun(comment())
    expect(await statuses((who) => on.act(who, { kind: 'review.reply', to, text }))).toEqual(
      nobodyBut({ supervisor: 200, practitioner: 200 }),
    )
    expect(await statuses((who) => on.act(who, { kind: 'review.resolve', thread: to }))).toEqual(
      nobodyBut({ supervisor: 200, practitioner: 403 }),
    )
  })

  it('[RV9] what was written is amended by who wrote it, and stays readable as it was', async () => {
    const of = await begun(comment())
    const amended = { kind: 'review.amend', of, text: 'Kinder words', readers: null, reason: 'Too sharp' }
    expect(await statuses((who) => on.act(who, amended))).toEqual(
      nobodyBut({ supervisor: 200, practitioner: 403 }),
    )
    const thread = (await on.view('practitioner')).threads.find(({ id }) => id === of)
    expect(thread).toMatchObject({
      text: 'Kinder words',
      amendments: [{ before: text, reason: 'Too sharp' }],
    })
  })

  it('[RV5] [RV7] only the supervisor signs, and only what they opened', async () => {
    const unopened = await on.act('supervisor', await sign(1, 4))
    expect(unopened.json).toMatchObject({ code: 'not-opened' })
    await on.open('supervisor')
    const signature = await sign(1, 4)
    expect(await statuses((who) => on.act(who, signature))).toEqual(
      nobodyBut({ supervisor: 200, practitioner: 403 }),
    )
    const { covered, changesSince, head } = await on.view('practitioner')
    expect([covered?.seq, changesSince]).toEqual([4, head.seq - 4])
  })
})

describe('a comment that is safe for the client', () => {
  it('[RV6] reaches the client and the guardian, without what was said beside it', async () => {
    const to = await begun({ ...comment(), text: 'You found your own words', readers: 'client' })
    await on.act('practitioner', { kind: 'review.reply', to, text: 'Between us' })
    const asked = (who: Who) => on.ask(who, `${on.review}/for-client`)
    expect(await statuses(asked)).toEqual({
      practitioner: 403,
      supervisor: 403,
      otherSupervisor: 404,
      administrator: 404,
      client: 200,
      guardian: 200,
      otherClient: 404,
    })
    const { json, text: sent } = await asked('client')
    expect((json as ReviewForClient).comments).toMatchObject([
      { id: to, text: 'You found your own words', goal: on.goal, by: on.house.supervisor },
    ])
    expect(sent).not.toContain('Between us')
    expect(sent).not.toContain('slept')
  })
})

describe('what the server holds against the record', () => {
  it('[RV3] a pin to another hash, another plan or words that were not there is refused', async () => {
    const refused = async (about: object) =>
      ((await on.act('supervisor', { ...comment(), pin: { ...pin, ...about } })).json as { code: string })
        .code
    expect(await refused({ hash: 'ab'.repeat(32) })).toBe('record-differs')
    expect(await refused({ seq: 999 })).toBe('record-differs')
    expect(await refused({ plan: newUuid(Date.now()) })).toBe('not-found')
    expect(await refused({ passage: 'never written' })).toBe('record-differs')
    expect(await refused({ goal: newUuid(Date.now()) })).toBe('record-differs')
  })

  it('[RV5] a signature under another hash, or after a gap, is refused', async () => {
    const signature = await sign(5, 6)
    const refused = async (about: object) =>
      ((await on.act('supervisor', { ...signature, ...about })).json as { code: string }).code
    expect(await refused({ upTo: { seq: 6, hash: 'ab'.repeat(32) } })).toBe('record-differs')
    expect(await refused({ from: 6 })).toBe('out-of-order')
    expect(await refused({ from: 7 })).toBe('out-of-order')
  })

  it('[RV4] an act that is sent again is done once', async () => {
    const same = { ...comment(), id: newUuid(Date.now()) }
    const before = (await on.view('supervisor')).threads.length
    const answers = [await on.act('supervisor', same), await on.act('supervisor', same)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await on.view('supervisor')).threads).toHaveLength(before + 1)
    expect((await on.act('practitioner', same)).status).toBe(409)
  })

  it('[RV1] acts that come at once are all kept, in one chain', async () => {
    const before = (await on.view('supervisor')).threads.length
    const both = ['supervisor', 'practitioner', 'supervisor', 'practitioner'] as const
    const answers = await Promise.all(both.map((who) => on.act(who, comment())))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await on.view('supervisor')).threads).toHaveLength(before + 4)
  })

  it.each([
    ['no body', {}],
    ['an unknown kind', { kind: 'review.erase' }],
    ['a field too many', { kind: 'review.reply', to: newUuid(1), text: 'x', author: newUuid(1) }],
    ['empty words', { kind: 'review.reply', to: newUuid(1), text: '  ' }],
    ['a foreign id', { id: '1 OR 1=1', kind: 'review.resolve', thread: newUuid(1) }],
  ])('[RV1] %s is malformed', async (_what, body) => {
    expect((await on.act('supervisor', body)).status).toBe(400)
  })
})

describe('“read, no concerns” for several cases', () => {
  it('[RV7] signs what was opened since it last changed, and says of the others why not', async () => {
    await on.write('Mornings')
    const { head, covered } = await on.view('supervisor')
    const read = async (who: Who, cases: unknown[]) =>
      ((await on.ask(who, '/api/reviews/read', { cases })).json as ReadOutcomes).cases.map(
        ({ outcome }) => outcome,
      )
    const one = { caseId: on.house.case, ...head }
    const absent = { ...one, caseId: newUuid(Date.now()) }
    expect(covered?.seq).toBeLessThan(head.seq)
    expect(await read('supervisor', [one, absent])).toEqual(['not-opened', 'not-found'])
    await on.open('supervisor')
    expect(await read('supervisor', [{ ...one, hash: 'ab'.repeat(32) }])).toEqual(['record-differs'])
    expect(await read('supervisor', [one, one])).toEqual(['signed', 'already-signed'])
    expect((await on.view('supervisor')).signatures.at(-1)).toMatchObject({ concerns: null, checklist: null })
    await on.write('Evenings')
    const { head: later } = await on.view('supervisor')
    expect(await read('supervisor', [{ caseId: on.house.case, ...later }])).toEqual(['not-opened'])
    for (const who of ['practitioner', 'otherSupervisor', 'administrator', 'client'] as const)
      expect(await read(who, [{ caseId: on.house.case, ...later }])).toEqual(['not-found'])
  })
})

describe('looks', () => {
  it('[RV11] whoever reads quoted words has a look written down before', async () => {
    expect(await looks('practitioner')).toEqual(['history-read'])
    await on.view('practitioner')
    expect(await looks('practitioner')).toHaveLength(1)
    on.api.clock.advance(13 * 3_600_000)
    const cookie = await cookieFor(on.api, 'console', on.house.practitioner)
    const ask = () => on.api.ask('console', on.review, { cookie })
    await on.api.owner.query('REVOKE INSERT ON access_event FROM accord_app')
    try {
      const { status, text: shown } = await ask()
      expect([status >= 500, shown.includes('slept')]).toEqual([true, false])
    } finally {
      await on.api.owner.query('GRANT INSERT ON access_event TO accord_app')
    }
    expect((await ask()).text).toContain('slept')
    expect(await looks('practitioner')).toEqual(['history-read', 'history-read'])
  })
})
