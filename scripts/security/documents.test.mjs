import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { it } from 'node:test'
import { root } from '../settings.mjs'

const read = (/** @type {string} */ file) => readFileSync(path.join(root, file), 'utf8')
const page = read('docs/security.md')

/** What the page says, and where the code says the same. */
const FIGURES = /** @type {const} */ ([
  [
    '10 an account and 30 an address, in 15 minutes',
    'apps/api/src/config/config.ts',
    ['attemptsPerAccount: 10,', 'attemptsPerAddress: 30,', 'attemptWindowMs: 15 * MINUTE'],
  ],
  [
    '2, of 64 MiB and 3 passes each',
    'apps/api/src/identity/passwords.ts',
    ['memoryCost: 65_536, timeCost: 3, parallelism: 1', 'AT_ONCE = 2'],
  ],
  [
    '12 to 128 characters',
    'packages/domain/src/people/password.ts',
    ['SHORTEST_PASSWORD = 12', 'LONGEST_PASSWORD = 128'],
  ],
  [
    '15 quiet minutes (console) or 30 (portal), 12 hours in all',
    'apps/api/src/config/config.ts',
    ['idleMs: { console: 15 * MINUTE, portal: 30 * MINUTE }', 'absoluteMs: 12 * 60 * MINUTE'],
  ],
  [
    'fewer than six characters of its own',
    'apps/api/src/identity/guessable.ts',
    ['LEAST_OF_ITS_OWN = 6', "BRAND = 'accord'"],
  ],
  ['100 KB of JSON', 'apps/api/src/config/config.ts', ['bodyBytes: 100 * 1024']],
  ['20 deep', 'apps/api/src/http/well-formed.ts', ['DEEPEST = 20']],
  [
    '10 s, 30 s, 60 headers',
    'apps/api/src/http/listeners.ts',
    ['headersTimeout = 10_000', 'requestTimeout = 30_000', 'maxHeadersCount = 60'],
  ],
  [
    '10 a person, 200 an address, 5 s',
    'apps/api/src/live-plan/limits.ts',
    ['socketsPerPerson: 10', 'socketsPerAddress: 200', 'connectTime: 5_000'],
  ],
  [
    '128 KB, 64 KB',
    'apps/api/src/live-plan/limits.ts',
    ['messageBytes: 128 * 1024', 'operationBytes: 64 * 1024'],
  ],
  [
    '20 a second, 60 at once',
    'apps/api/src/live-plan/limits.ts',
    ['operationsPerSecond: 20', 'operationBurst: 60'],
  ],
  ['4,000 characters, 200', 'packages/domain/src/plan/limits.ts', ['statement: 4_000', 'mostGoals: 200']],
  ['| 5 s ', 'apps/api/src/database/data-source.ts', ['statement_timeout: 5_000']],
  [
    '16 KB each, 30 lines a minute',
    'apps/api/src/http/violations.ts',
    ['MOST_BYTES = 16 * 1024', 'MOST_LINES = 30'],
  ],
])

/** What the page calls the columns that lie open. */
const OPEN_WORDS = new Map([
  ['name', 'names, pronouns, e-mail'],
  ['pronouns', 'names, pronouns, e-mail'],
  ['email', 'names, pronouns, e-mail'],
  ['emergency_name', 'whom to ring'],
  ['emergency_relation', 'whom to ring'],
  ...['sections', 'points', 'reason', 'title', 'words', 'instead'].map(
    (column) => /** @type {const} */ ([column, 'own forms']),
  ),
])

it('[HD1] every limit that the page names is the one in the code', () => {
  for (const [said, file, figures] of FIGURES) {
    assert.ok(page.includes(said), said)
    for (const figure of figures) assert.ok(read(file).includes(figure), `${file}: ${figure}`)
  }
})

it('[HD1] the page on security has every part that a row of the standard asks to be written down', () => {
  const parts = [
    'Threat model',
    'Ways in',
    'Who may do what',
    'Limits',
    'Keys and ciphers',
    'Data, by how much it hurts',
    'Logs',
    'What Accord connects to',
    'Packages',
    'Data protection',
    'What is open',
  ]
  const sections = new Map(
    page
      .split(/^## /mu)
      .slice(1)
      .map((section) => {
        const [title = '', ...lines] = section.split('\n')
        return /** @type {const} */ ([title, lines.join('\n').trim()])
      }),
  )
  assert.deepEqual([...sections.keys()], parts)
  for (const [title, text] of sections) assert.ok(text.length > 200, title)
  for (const way of ['password', 'first sign-in link', 'set-up link', 'one click'])
    assert.ok(sections.get('Ways in')?.includes(way), way)
})

it('[HD5] the page names every kind of column that lies open', () => {
  const test = read('apps/api/test/hostile/canaries.test.ts')
  const open = /const OPEN_COLUMNS = \[([^\]]*)\]/u.exec(test)?.[1] ?? ''
  const columns = Array.from(open.matchAll(/^ {2}'\w+\.(\w+)',$/gmu), ([, column]) => column)
  assert.ok(columns.length >= 5)
  for (const column of columns) {
    const words = OPEN_WORDS.get(column ?? '')
    assert.ok(words !== undefined && page.includes(words), `${column} is open, and the page does not say so`)
  }
})
