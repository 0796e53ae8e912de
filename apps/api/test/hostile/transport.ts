import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Chance } from './random.js'
import type { Shot } from './shot.js'
import { plain, type Target } from './target.js'

type Bend = (shot: Shot) => Partial<Shot>

const header = (name: string, value: string | readonly string[] | null): Bend => {
  return ({ headers }) => ({ headers: { ...headers, [name]: value } })
}

/** Only changes what is sent with a body; what only reads is answered all the same. */
const TYPES: readonly (string | null)[] = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ],
  ...[
    'application/vnd.api+json',
    'application/json, text/plain',
    'text/json',
    'application/x-json',
    '',
    null,
  ],
  ...[
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/json; charset=utf-16le',
  ],
  ...[
    'application/json; charset=ibm037',
    'application/json;charset=utf-8;charset=utf-7',
    'application/json; charset="',
  ],
  ...[
    'application/json; charset=iso-8859-1',
    'application/json; charset=__proto__',
    'application/json; charset=utf-32',
  ],
]

const ORIGINS: readonly (string | null)[] = [
  ...[
    'null',
    'http://evil.example',
    'http://localhost',
    'https://localhost',
    'http://localhost.evil.example',
    '',
    null,
  ],
]

const packed = (encoding: string, pack: (body: Buffer) => Buffer): Bend => {
  return ({ headers, body }) => {
    const sent = pack(Buffer.from(body))
    return {
      body: sent,
      headers: { ...headers, 'content-encoding': encoding, 'content-length': String(sent.length) },
    }
  }
}

const BOMB = gzipSync(Buffer.alloc(20 * 1024 * 1024, 0x20))

/** What is refused whenever it comes with something that changes anything. */
const REFUSED: readonly Bend[] = [
  ...TYPES.map((type) => header('content-type', type)),
  ...ORIGINS.map((origin) => header('origin', origin)),
  ...['cross-site', 'same-site', 'none'].map((site) => header('sec-fetch-site', site)),
  packed('gzip', gzipSync),
  packed('deflate', deflateSync),
  packed('br', brotliCompressSync),
  packed('gzip', () => BOMB),
  packed('gzip', (body) => body),
  packed('compress', (body) => body),
  packed('gzip, gzip', (body) => gzipSync(gzipSync(body))),
  () => ({ body: `{"a":"${'x'.repeat(110 * 1024)}"}` }),
  () => ({ body: '{' }),
  () => ({ body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }),
  () => ({ body: '"words"' }),
]

/** What is nobody's business to refuse or accept, as long as nothing falls over. */
const ODD: readonly Bend[] = [
  ...['HEAD', 'OPTIONS', 'DELETE', 'PATCH', 'PROPFIND', 'SEARCH', 'TRACE'].map((method): Bend => {
    return () => ({ method, how: `wire ${method}` })
  }),
  ...[
    '__proto__=1',
    '=;;=',
    'a'.repeat(7_000),
    'accord_console=%00',
    'accord_console=a; accord_console=b',
  ].map((cookie) => header('cookie', cookie)),
  ...['evil.example', '', 'localhost:0', '127.0.0.1', 'localhost:80@evil.example'].map((host) =>
    header('host', host),
  ),
  header('x-http-method-override', 'DELETE'),
  header('x-forwarded-for', '__proto__'),
  header('x-forwarded-host', 'evil.example'),
  header('accept', '../../../etc/passwd'),
  header('accept-language', 'a,'.repeat(2_000)),
  header('range', 'bytes=0-,0-,0-'),
  header('expect', 'a surprise'),
  header('connection', 'close, __proto__'),
  header(
    'x-flood',
    Array.from({ length: 200 }, (_, at) => `v${at}`),
  ),
  header('x-long', 'x'.repeat(20_000)),
  ({ headers }) => ({ headers: { ...headers, 'content-length': null, 'transfer-encoding': 'chunked' } }),
  ({ path }) => ({ path: `/${path}` }),
  ({ path }) => ({ path: `${path}/` }),
  ({ path }) => ({ path: path.toUpperCase() }),
  ({ path }) => ({ path: path.replace('/api/', '/api/../api/') }),
  ({ path }) => ({ path: path.replace('/api/', '/%61pi/') }),
]

/** The route's own request, bent on its way. */
export function throughTheWire(target: Target, chance: Chance): Shot {
  const shot = plain(target)
  const changes = !['GET', 'HEAD'].includes(shot.method)
  const isRefused = changes && chance.oneIn(2)
  const bent = chance.pick(isRefused ? REFUSED : ODD)(shot)
  return { ...shot, how: 'wire', verdict: isRefused ? 'refuse' : 'any', ...bent }
}
