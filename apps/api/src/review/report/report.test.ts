import { request } from 'node:http'
import { threadId } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ReviewView } from '@accord/domain/rest/review'
import { outsideStreams, readPdf } from '../../../test/review/pdf.js'
import { aReviewHouse, type ReviewHouse, type Who } from '../../../test/review/review-house.js'
import { cookieFor } from '../../../test/people.js'
import { Press } from '../../paper/press.js'
import { verificationCode } from './verification.js'

let on: ReviewHouse
let note: object
const HOSTILE = 'Sleep (/S /URI /URI (http://x)) >> endobj 9 0 obj <</JS (app.alert(1)) /Launch 1>>'
const ARABIC = 'أنام معظم الليالي (دون هاتفي) 7 مرات'

beforeAll(async () => {
  on = await aReviewHouse()
  await on.write(HOSTILE)
  await on.write(ARABIC)
  const pin = { ...(await on.placeOf(5)), goal: on.goal, passage: 'slept' }
  note = { kind: 'review.comment', pin, text: 'What did you notice, Zieliński?', readers: 'practitioner' }
  await on.act('supervisor', note)
  await on.act('supervisor', { kind: 'review.ask', pin, text: 'His words, please' })
}, 30_000)
afterAll(() => on.api.stop())

const path = (paper = 'A4') => `${on.review}/report?paper=${paper}`

async function fetched(paper = 'A4'): Promise<Buffer> {
  const cookie = await cookieFor(on.api, 'console', on.house.supervisor)
  return new Promise((resolve, reject) => {
    const { ports, host } = on.api.config
    const headers = { host: `localhost:${ports.console}`, cookie }
    const out = request(
      { host, port: ports.console, path: path(paper), headers, agent: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve(Buffer.concat(parts)))
      },
    )
    out.on('error', reject).end()
  })
}

const squeezed = (text: string) => text.replace(/\s+/gu, '')

describe('the report of a review', () => {
  it('[RV13] tells the wording, the comments, the asks and the moments, and its code can be made again', async () => {
    const { text, pages } = await readPdf(await fetched())
    for (const words of [
      'slept by eleven',
      'What did you notice, Zieliński?',
      'His words, please',
      'Not answered yet.',
      'Nobody has signed',
    ])
      expect(squeezed(text)).toContain(squeezed(words))
    expect(pages).toBeGreaterThan(0)
    const { plan, head, reviewed } = (await on.ask('supervisor', on.review)).json as ReviewView
    const logs: { log_id: string }[] = await on.api.owner.query(
      `SELECT log_id FROM log WHERE case_id = $1 AND audience = 'review'`,
      [on.house.case],
    )
    const log = logs[0]?.log_id as typeof plan
    const code = verificationCode({ log: plan, ...head }, reviewed && { log, ...reviewed })
    expect(squeezed(text)).toContain(code)
    for (const hash of [head.hash, reviewed?.hash ?? '-']) expect(squeezed(text)).toContain(hash)
  })

  it('[RV13] comes on A4 and on Letter, and on nothing else', async () => {
    expect((await readPdf(await fetched('A4'))).view).toEqual([0, 0, 595.28, 841.89])
    expect((await readPdf(await fetched('Letter'))).view).toEqual([0, 0, 612, 792])
    expect((await on.ask('supervisor', path('A3'))).status).toBe(400)
  })

  it('[RV13] goes on to the next page when one is full, with nothing below the foot', async () => {
    for (let said = 0; said < 12; said++)
      await on.act('practitioner', { ...note, text: 'Line by line. '.repeat(60) })
    const { pages, lowest, text } = await readPdf(await fetched())
    expect(pages).toBeGreaterThan(2)
    expect(lowest).toBeGreaterThan(24)
    expect(text).toContain(`1 of ${pages}`)
    expect(text).toContain(`${pages} of ${pages}`)
  })

  it('[RV13] prints words as words, whatever they say', async () => {
    const bytes = await fetched()
    const { text, annotations, scripts, opening, attached } = await readPdf(bytes)
    expect(squeezed(text)).toContain(squeezed(HOSTILE))
    expect([annotations, scripts, opening, attached]).toEqual([0, null, null, null])
    expect(outsideStreams(bytes)).not.toMatch(
      /\/(JS|JavaScript|Launch|URI|AA|OpenAction|EmbeddedFile|GoToR)\b/u,
    )
    expect(outsideStreams(bytes)).not.toContain('Zieli')
  })

  it('[RV13] loses no letter of Arabic words', async () => {
    const { text } = await readPdf(await fetched())
    const letters = (words: string) =>
      Array.from(words.normalize('NFKD')).filter(
        (sign) => /\p{Script=Arabic}/u.test(sign) && /\p{L}/u.test(sign),
      )
    const found = letters(text)
    for (const letter of letters(ARABIC)) expect(found).toContain(letter)
    // Once as its goal's words, once as what was written.
    expect(found.filter((letter) => letter === 'ه')).toHaveLength(2)
  })

  it('[RV14] is printed in another thread than the one that hears keystrokes', async () => {
    const job = {
      blocks: [{ kind: 'title', text: 'Review' }],
      paper: 'A4',
      foot: { key: 'report.foot', values: { code: '0000' } },
      at: 0,
    } as const
    const printed = await on.api.app.get(Press, { strict: false }).print(job)
    if (printed.kind !== 'made') throw new Error(printed.kind)
    expect(printed.thread).not.toBe(threadId)
    expect((await readPdf(Buffer.from(printed.made))).text).toContain('Review')
  })

  it('[RV11] [AC8] is written down before it is made, and not made when that fails', async () => {
    const made = async () => {
      const rows: { count: number }[] = await on.api.owner.query(
        `SELECT count(*)::int AS count FROM access_event WHERE what = 'report-made' AND person_id = $1`,
        [on.house.supervisor],
      )
      return rows[0]?.count ?? -1
    }
    const before = await made()
    await fetched()
    expect(await made()).toBe(before + 1)
    await on.api.owner.query('REVOKE INSERT ON access_event FROM accord_app')
    try {
      const { status, text } = await on.ask('supervisor', path())
      expect([status >= 500, text.startsWith('%PDF')]).toEqual([true, false])
    } finally {
      await on.api.owner.query('GRANT INSERT ON access_event TO accord_app')
    }
  })

  it('[RV2] [AC5] is made for those who read the review, and for nobody else', async () => {
    const expected: Record<Who, number> = {
      practitioner: 200,
      supervisor: 200,
      otherSupervisor: 404,
      administrator: 404,
      client: 403,
      guardian: 403,
      otherClient: 404,
    }
    for (const [who, status] of Object.entries(expected))
      expect([who, (await on.ask(who as Who, path())).status]).toEqual([who, status])
  })
})
