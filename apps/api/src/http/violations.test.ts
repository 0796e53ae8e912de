import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startTestApi, type TestApi } from '../../test/api.js'

let api: TestApi

beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const REPORTS = 'application/reports+json'
const told = () =>
  api.lines.filter((line) => line.includes('"event":"violation"')).map((line) => JSON.parse(line) as object)
const tell = (body: unknown, headers: Record<string, string | null> = {}) =>
  api.ask('portal', '/api/violations', {
    raw: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': REPORTS, ...headers },
  })
const violation = (effectiveDirective: string, blockedURL: string) => ({
  type: 'csp-violation',
  body: { effectiveDirective, blockedURL, sample: 'zebra-crossing', documentURL: 'http://x/zebra-crossing' },
})

it('[HD9] every page and answer says where a browser tells what it had to forbid', async () => {
  for (const path of ['/', '/api/clinic', '/assets/app-Bx3kq9aZ.js', '/api/nothing-here']) {
    const { headers } = await api.ask('console', path)
    expect(headers['content-security-policy']).toMatch(
      /; report-uri \/api\/violations; report-to violations$/,
    )
    expect(headers['reporting-endpoints']).toBe('violations="/api/violations"')
  }
})

it('[HD9] what a browser tells is a line of the log, by app, rule and kind, without a word or address of the page', async () => {
  const old = {
    'csp-report': { 'effective-directive': 'img-src', 'blocked-uri': 'https://zebra-crossing.example' },
  }
  const answers = [
    await tell([violation('script-src-elem', 'inline'), violation('Zebra crossing!', 'zebra-crossing')]),
    await tell(old, { 'content-type': 'application/csp-report' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([204, 204])
  expect(told()).toMatchObject([
    { audience: 'portal', directive: 'script-src-elem', blocked: 'inline' },
    { audience: 'portal', directive: 'other', blocked: 'address' },
    { audience: 'portal', directive: 'img-src', blocked: 'address' },
  ])
  expect(api.lines.join('').toLowerCase()).not.toContain('zebra')
})

it('[HD9] nobody else tells anything, and nobody fills the log', async () => {
  const before = told().length
  const one = [violation('script-src', 'eval')]
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: null },
    { 'sec-fetch-site': 'cross-site' },
    { host: 'evil.example' },
    { 'content-type': 'text/plain' },
  ])
    expect([headers, (await tell(one, headers)).status]).toEqual([headers, 403])
  for (const nothing of [
    '',
    '{',
    '[]',
    'null',
    '[1]',
    '{"csp-report":1}',
    '['.repeat(9_000),
    'x'.repeat(20_000),
  ])
    expect((await tell(nothing)).status).toBe(204)
  expect(told()).toHaveLength(before)
  for (let times = 0; times < 4; times++) await tell(Array.from({ length: 20 }, () => one[0]))
  expect(told()).toHaveLength(30)
})
