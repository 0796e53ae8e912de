import { newUuid } from '../../src/history/new-uuid.js'
import { verdictOf } from './judge.js'
import type { Shot } from './shot.js'
import { plain, type Target } from './target.js'
import { textOf, treeOf, type Tree } from './tree.js'

/** Around the widest whole numbers that PostgreSQL's columns and JavaScript hold. */
const EDGES = ['2147483646', '2147483647', '2147483648', '9007199254740991', '9007199254740992']

/** Every number of every body that a route takes, once at each edge: chance alone meets them too seldom. */
export function edgeShots(targets: readonly Target[]): readonly Shot[] {
  return targets.flatMap((target) =>
    target.bodies.flatMap((example) => bentAt(treeOf(example)).map((tree) => shotOf(target, tree))),
  )
}

function shotOf(target: Target, tree: Tree): Shot {
  const body = textOf(tree).replaceAll(target.tab, newUuid(Date.now()))
  const verdict = target.door.body ? verdictOf(target.door.body, body) : 'any'
  return { ...plain(target), how: 'body edge', body, verdict }
}

/** A tree once for each edge and each place that holds a number. */
function bentAt(tree: Tree): readonly Tree[] {
  if (tree.kind === 'leaf') {
    return /^-?\d/.test(tree.text) ? EDGES.map((text) => ({ kind: 'leaf', text })) : []
  }
  if (tree.kind === 'list') {
    return tree.items.flatMap((item, at) =>
      bentAt(item).map((bent): Tree => ({ kind: 'list', items: tree.items.with(at, bent) })),
    )
  }
  return tree.pairs.flatMap(([key, part], at) =>
    bentAt(part).map((bent): Tree => ({ kind: 'object', pairs: tree.pairs.with(at, [key, bent]) })),
  )
}
