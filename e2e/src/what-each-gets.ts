import { readFileSync } from 'node:fs'
import type { Asking } from './asking.js'
import type { Box, Planted } from './one-word-each.js'

const LISTED = readFileSync(new URL('../../docs/routes.txt', import.meta.url), 'utf8')
/** Every address that something can be read at; files are made of the same. */
const READABLE = LISTED.split('\n')
  .filter((line) => line.startsWith('GET /api/'))
  .map((line) => line.slice('GET /api/'.length).split(' ')[0] ?? '')
  .filter((path) => !/\/(?:pdf|file|blank|proof|health|ready|live)$/u.test(path))

/** The boxes of which somebody is given a word, at any address that the application answers. */
export async function boxesFor(who: Asking, { words, ids }: Planted): Promise<ReadonlySet<Box>> {
  const got = new Set<Box>()
  for (const path of READABLE.flatMap((route) => filled(route, ids))) {
    const answer = await who.context.request.get(`${who.origin}/api/${path}`)
    if (!answer.ok()) continue
    const text = await answer.text()
    for (const box of Object.keys(words) as Box[]) if (text.includes(words[box])) got.add(box)
  }
  return got
}

/** An address with everything that may stand in it; none where something in it is not known. */
function filled(route: string, ids: Planted['ids']): readonly string[] {
  let ways = [route]
  for (const [name, values] of Object.entries(ids)) {
    ways = ways.flatMap((way) => {
      const has = way.split('/').includes(`:${name}`)
      return has ? values.map((value) => way.replace(`:${name}`, value)) : [way]
    })
  }
  return ways.filter((way) => !way.includes(':'))
}

/** Those whom a sentence says to read what is written, but not those whom it says not to. */
export function readersIn<Name extends string>(sentence: string, names: readonly Name[]): readonly Name[] {
  const said = sentence.split(/(?<=\.)\s/u).filter((part) => !/n’t\b|Nobody else/u.test(part))
  return names.filter((name) => said.some((part) => part.toLowerCase().includes(name)))
}
