import { newUuid } from '../../src/history/new-uuid.js'
import { SEGMENTS, QUERIES, KEYS, VALUES } from './corpus.js'
import { verdictOf } from './judge.js'
import { mutated } from './mutate.js'
import type { Chance } from './random.js'
import type { Shot } from './shot.js'
import { plain, type Target } from './target.js'
import { throughTheWire } from './transport.js'
import { textOf, treeOf } from './tree.js'

/** One mutant of what a route is sent. */
export function shotAt(target: Target, chance: Chance): Shot {
  const ways = [wrongPath, wrongQuery, throughTheWire]
  const { door } = target
  if (door.body && !chance.oneIn(4)) return wrongBody(target, chance)
  if (door.query && chance.oneIn(2)) return wrongQuery(target, chance)
  return chance.pick(ways)(target, chance)
}

function wrongBody({ door, bodies, ...target }: Target, chance: Chance): Shot {
  const { tree, how } = mutated(treeOf(chance.pick(bodies)), chance)
  // A number that a tab has used up is answered from the log: each mutant is another tab's.
  const body = textOf(tree).replaceAll(target.tab, newUuid(Date.now()))
  const verdict = door.body ? verdictOf(door.body, body) : 'any'
  return { ...plain({ door, bodies, ...target }), how: `body ${how}`, body, verdict }
}

function wrongPath(target: Target, chance: Chance): Shot {
  const [path = '', query] = target.address.split('?')
  const parts = path.split('/')
  const at = 2 + chance.below(Math.max(1, parts.length - 2))
  parts[at] = chance.oneIn(3) ? `${parts[at] ?? ''}${chance.pick(SEGMENTS)}` : chance.pick(SEGMENTS)
  const wrong = `${parts.join('/')}${query ? `?${query}` : ''}`
  return { ...plain(target), how: 'path', path: wrong, verdict: 'any' }
}

/** A query is mutated as the object that it is read as, or is a piece of nonsense. */
function wrongQuery(target: Target, chance: Chance): Shot {
  const [path = '', query = ''] = target.address.split('?')
  const pairs = [...new URLSearchParams(query)]
  const value = () => unquoted(chance.pick(VALUES)).slice(0, 3_000)
  const at = chance.below(Math.max(1, pairs.length))
  const changed = pairs.map(([key, is], index) => [key, index === at ? value() : is])
  if (chance.oneIn(3)) changed.push([chance.pick(KEYS), value()])
  const isNonsense = pairs.length === 0 || chance.oneIn(3)
  const wrong = isNonsense
    ? chance.pick(QUERIES)
    : new URLSearchParams(changed as [string, string][]).toString()
  const schema = target.door.query
  const verdict = schema && !isNonsense ? verdictOf(schema, JSON.stringify(readBack(wrong))) : 'any'
  return { ...plain(target), how: 'query', path: `${path}?${escaped(wrong)}`, verdict }
}

/** A query as it arrives: what came twice is a list. */
function readBack(query: string): Readonly<Record<string, unknown>> {
  const read = new URLSearchParams(query)
  const keys = [...new Set(read.keys())]
  return Object.fromEntries(
    keys.map((key) => [key, read.getAll(key).length > 1 ? read.getAll(key) : read.get(key)]),
  )
}

/** What an address can hold without being refused by the client that sends it. */
function escaped(text: string): string {
  return text.replace(/[^\x21-\x7e]/gu, (character) =>
    /\p{Cs}/u.test(character) ? '%ED%A0%80' : encodeURIComponent(character),
  )
}

function unquoted(json: string): string {
  return json.replace(/^"|"$/g, '')
}
