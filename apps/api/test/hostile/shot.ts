import { Agent, request } from 'node:http'
import { REFUSAL_CODES } from '@accord/domain/refusal'
import { statusOf, type AnswerCode } from '../../src/http/answer.js'
import type { TestApi } from '../api.js'
import { leaksOf, type Verdict } from './judge.js'
import type { Asker } from './world.js'

/** One hostile request. */
export interface Shot {
  /** The route, and what was done to what it would have been sent. */
  readonly at: string
  readonly how: string
  readonly asker: Asker
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[] | null>>
  readonly body: string | Buffer
  /** `any`: whatever comes of it is right, as long as nothing falls over. */
  readonly verdict: Verdict | 'any'
}

interface Landed {
  readonly status: number
  readonly text: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

/** Codes that are no refusal of the domain. */
const OF_THE_HOUSE: readonly string[] = [
  ...['wrong-credentials', 'foreign-origin', 'not-set-up', 'link-spent', 'weak-password', 'email-taken'],
  ...['last-administrator', 'own-account', 'disabled-person', 'unfit-person', 'last-party'],
  ...[
    'wrong-proof',
    'second-factor-needed',
    'passkey-needed',
    'fresh-factor-needed',
    'last-way',
    'no-mail-server',
  ],
]
const KNOWN = new Set<string>([...REFUSAL_CODES, ...OF_THE_HOUSE])

/** What Node itself answers to what is no HTTP, without a body. */
const BY_NODE = [400, 408, 413, 417, 431]

/** Sends it; null where the server hung up instead of answering. */
export function fire(api: TestApi, shot: Shot): Promise<Landed | null> {
  const { audience, cookie } = shot.asker
  const [origin = ''] = api.config.origins[audience]
  const usual = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', cookie }
  const sent = Buffer.from(shot.body)
  const wanted: Shot['headers'] = {
    host: new URL(origin).host,
    ...usual,
    'content-length': String(sent.length),
    ...shot.headers,
  }
  const headers = Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  ) as Record<string, string>
  const { method, path } = shot
  return new Promise((resolve) => {
    const options = { host: api.config.host, port: api.config.ports[audience], path, method, headers, agent }
    const out = request(options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', () => resolve(null))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      )
    })
    out.on('error', () => resolve(null)).end(sent)
  })
}

/** What is wrong with how a shot was answered; nothing, if all is well. */
export function flawsOf({ verdict, how }: Shot, landed: Landed | null): readonly string[] {
  if (!landed) return how.startsWith('wire') ? [] : ['hung up']
  const { status, text } = landed
  if (status < 400) return verdict === 'refuse' ? [`accepted with ${status}`] : []
  const flaws = leaksOf(text)
  // A database that is too busy to be asked is said to be away: no crash, and nothing was taken.
  const isBusy = status === 503 && isKnownRefusal(status, text)
  if (status >= 500 && !isBusy) return [...flaws, `answered ${status}`]
  if (text === '' && (BY_NODE.includes(status) || how.includes('HEAD'))) return flaws
  return isKnownRefusal(status, text) ? flaws : [...flaws, `answered ${status} without a known code`]
}

function isKnownRefusal(status: number, text: string): boolean {
  try {
    const { code, message, ...others } = JSON.parse(text) as Record<string, unknown>
    const isKnown = typeof code === 'string' && KNOWN.has(code) && statusOf(code as AnswerCode) === status
    return isKnown && typeof message === 'string' && Object.keys(others).every((key) => key === 'retryAfter')
  } catch {
    return false
  }
}
