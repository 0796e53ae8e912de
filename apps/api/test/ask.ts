import { readFileSync } from 'node:fs'
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { Audience } from '@accord/domain/access/subject'
import type { Config } from '../src/config/config.js'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  readonly bytes: Buffer
  /** What JSON says; null when it is none. */
  readonly json: unknown
}

export interface Question {
  readonly method?: string
  readonly body?: unknown
  /** Sent as it is, instead of `body`. */
  readonly raw?: string
  readonly cookie?: string
  /** Added to what a browser would send; null takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>
}

export type Ask = (audience: Audience, path: string, question?: Question) => Promise<Answer>

/** Asks over real HTTP as a browser on the app's own pages would, unless told otherwise. */
export function asker(config: Config): Ask {
  const request = config.tls ? secureRequest : plainRequest
  const vouched = config.tls ? { ca: readFileSync(config.tls.certFile), servername: 'localhost' } : {}
  return (audience, path, question = {}) => {
    const method =
      question.method ?? (question.body === undefined && question.raw === undefined ? 'GET' : 'POST')
    const sent = question.raw ?? (question.body === undefined ? '' : JSON.stringify(question.body))
    const headers = headersOf(config.origins[audience][0] ?? '', method, sent, question)
    return new Promise((resolve, reject) => {
      const options = {
        host: config.host,
        port: config.ports[audience],
        path,
        method,
        headers,
        agent: false,
        ...vouched,
      }
      const out = request(options, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
        response.on('end', () => {
          const bytes = Buffer.concat(parts)
          const text = bytes.toString('utf8')
          const status = response.statusCode ?? 0
          resolve({ status, headers: response.headers, text, bytes, json: jsonOf(text) })
        })
      })
      out.on('error', reject).end(sent)
    })
  }
}

function headersOf(origin: string, method: string, sent: string, question: Question): Record<string, string> {
  const wanted: Record<string, string | null> = { host: new URL(origin).host }
  if (method !== 'GET' && method !== 'HEAD') {
    Object.assign(wanted, { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' })
    wanted['content-length'] = String(Buffer.byteLength(sent))
  }
  if (question.cookie !== undefined) wanted.cookie = question.cookie
  Object.assign(wanted, question.headers)
  return Object.fromEntries(
    Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== null),
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** The cookie that an answer gave, as the browser would send it back. */
export function cookieOf(answer: Answer): string {
  const all = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '')
  // By the other one a browser is only known again. (ID38)
  return all.filter((cookie) => !cookie.includes('_device=')).join('; ')
}
