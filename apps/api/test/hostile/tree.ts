/** JSON that need not be what JavaScript would write: keys may come twice, leaves are text. */
export type Tree =
  | { readonly kind: 'leaf'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'object'; readonly pairs: readonly (readonly [string, Tree])[] }

export function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(treeOf) }
  if (typeof value !== 'object' || value === null) return { kind: 'leaf', text: JSON.stringify(value) }
  return { kind: 'object', pairs: Object.entries(value).map(([key, part]) => [key, treeOf(part)] as const) }
}

export function textOf(tree: Tree): string {
  switch (tree.kind) {
    case 'leaf':
      return tree.text
    case 'list':
      return `[${tree.items.map(textOf).join(',')}]`
    case 'object':
      return `{${tree.pairs.map(([key, part]) => `${JSON.stringify(key)}:${textOf(part)}`).join(',')}}`
  }
}
