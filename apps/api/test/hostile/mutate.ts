import { KEYS, SPICES, VALUES } from './corpus.js'
import type { Chance } from './random.js'
import type { Tree } from './tree.js'

type Mutation = (tree: Tree, chance: Chance) => Tree

const leaf = (text: string): Tree => ({ kind: 'leaf', text })

const replace: Mutation = (_, chance) => leaf(chance.pick(VALUES))

const spice: Mutation = (tree, chance) => {
  if (tree.kind !== 'leaf' || !tree.text.startsWith('"')) return replace(tree, chance)
  const words = readString(tree.text)
  const at = chance.below(words.length + 1)
  return leaf(JSON.stringify(words.slice(0, at) + chance.pick(SPICES) + words.slice(at)))
}

const bend: Mutation = (tree, chance) => {
  const number = tree.kind === 'leaf' ? Number(tree.text) : Number.NaN
  if (Number.isNaN(number)) return replace(tree, chance)
  const bent = [
    -number,
    number + 1,
    number - 1,
    number * 2 ** 31,
    2 ** 31 - 1,
    2 ** 31,
    number + 0.5,
    `"${number}"`,
    `[${number}]`,
    `${number}e0`,
  ]
  return leaf(String(chance.pick(bent)))
}

const wrap: Mutation = (tree, chance) =>
  chance.oneIn(2) ? { kind: 'list', items: [tree] } : { kind: 'object', pairs: [['value', tree]] }

const addKey: Mutation = (tree, chance) => {
  if (tree.kind !== 'object') return wrap(tree, chance)
  return { kind: 'object', pairs: [...tree.pairs, [chance.pick(KEYS), leaf(chance.pick(VALUES))]] }
}

const twice: Mutation = (tree, chance) => {
  if (tree.kind === 'leaf') return spice(tree, chance)
  if (tree.kind === 'list') {
    const items = tree.items.length > 0 ? tree.items : [leaf('1')]
    return { kind: 'list', items: Array.from({ length: chance.pick([2, 30, 300]) }, () => items).flat() }
  }
  const [key] = tree.pairs.length > 0 ? chance.pick(tree.pairs) : ['a']
  return { kind: 'object', pairs: [...tree.pairs, [key, leaf(chance.pick(VALUES))]] }
}

const lose: Mutation = (tree, chance) => {
  if (tree.kind === 'leaf') return replace(tree, chance)
  const lost = (list: readonly unknown[]) => chance.below(Math.max(1, list.length))
  if (tree.kind === 'list') return { kind: 'list', items: without(tree.items, lost(tree.items)) }
  return { kind: 'object', pairs: without(tree.pairs, lost(tree.pairs)) }
}

const rename: Mutation = (tree, chance) => {
  if (tree.kind !== 'object' || tree.pairs.length === 0) return replace(tree, chance)
  const at = chance.below(tree.pairs.length)
  const pairs = tree.pairs.map(
    ([key, part], index) => [index === at ? chance.pick(KEYS) : key, part] as const,
  )
  return { kind: 'object', pairs }
}

const MUTATIONS = { replace, spice, bend, wrap, addKey, twice, lose, rename }
type Named = keyof typeof MUTATIONS
const NAMES = Object.keys(MUTATIONS) as Named[]

/** A copy with one to three of its places changed, and how. */
export function mutated(tree: Tree, chance: Chance): { readonly tree: Tree; readonly how: string } {
  let now = tree
  const how: Named[] = []
  for (let left = 1 + chance.below(chance.oneIn(3) ? 3 : 1); left > 0; left--) {
    const name = chance.pick(NAMES)
    how.push(name)
    now = somewhere(now, chance, MUTATIONS[name])
  }
  return { tree: now, how: how.join('+') }
}

/** Goes down into a tree, and stops early now and then. */
function somewhere(tree: Tree, chance: Chance, mutation: Mutation): Tree {
  if (tree.kind === 'leaf' || chance.oneIn(5)) return mutation(tree, chance)
  if (tree.kind === 'list') {
    if (tree.items.length === 0) return mutation(tree, chance)
    const at = chance.below(tree.items.length)
    return {
      kind: 'list',
      items: tree.items.map((item, index) => (index === at ? somewhere(item, chance, mutation) : item)),
    }
  }
  if (tree.pairs.length === 0) return mutation(tree, chance)
  const at = chance.below(tree.pairs.length)
  const pairs = tree.pairs.map(
    ([key, part], index) => [key, index === at ? somewhere(part, chance, mutation) : part] as const,
  )
  return { kind: 'object', pairs }
}

function without<Item>(list: readonly Item[], at: number): readonly Item[] {
  return list.filter((_, index) => index !== at)
}

function readString(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
