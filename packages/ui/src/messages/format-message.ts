import type { MessageArgument, MessageArguments, MessageNode } from './catalogue.js'

interface Formatting<Part> {
  readonly locale: string
  readonly args: MessageArguments
  /** What a tag becomes; text formatting simply keeps what is between the tags. */
  readonly tag: (name: string, children: readonly (string | Part)[]) => readonly (string | Part)[]
}

/** A compiled message as pieces: text, and whatever the tags made of theirs. */
export function formatParts<Part>(
  nodes: readonly MessageNode[],
  formatting: Formatting<Part>,
  pound = 0,
): readonly (string | Part)[] {
  return nodes.flatMap((node) => formatNode(node, formatting, pound))
}

/** A compiled message as plain text. */
export function formatText(nodes: readonly MessageNode[], locale: string, args: MessageArguments): string {
  return formatParts<never>(nodes, { locale, args, tag: (_name, children) => children }).join('')
}

function formatNode<Part>(
  node: MessageNode,
  formatting: Formatting<Part>,
  pound: number,
): readonly (string | Part)[] {
  if (typeof node === 'string') return [node]
  const { locale, args } = formatting
  switch (node.kind) {
    case 'argument':
      return [plain(argument(args, node.name))]
    case 'number':
      return [new Intl.NumberFormat(locale, node.options).format(count(args, node.name))]
    case 'date':
      return [new Intl.DateTimeFormat(locale, node.options).format(moment(args, node.name))]
    case 'select':
      return formatParts(
        node.cases[plain(argument(args, node.name))] ?? node.cases.other ?? [],
        formatting,
        pound,
      )
    case 'plural': {
      const value = count(args, node.name)
      const type = node.ordinal ? 'ordinal' : 'cardinal'
      const rule = new Intl.PluralRules(locale, { type }).select(value - node.offset)
      const chosen = node.cases[`=${value}`] ?? node.cases[rule] ?? node.cases.other ?? []
      return formatParts(chosen, formatting, value - node.offset)
    }
    case 'pound':
      return [new Intl.NumberFormat(locale).format(pound)]
    case 'tag':
      return formatting.tag(node.name, formatParts(node.children, formatting, pound))
  }
}

function argument(args: MessageArguments, name: string): MessageArgument {
  const value = args[name]
  if (value === undefined) throw new Error(`message argument {${name}} is missing`)
  return value
}

function plain(value: MessageArgument): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new Error('a date or a tag stands where text is wanted')
}

function count(args: MessageArguments, name: string): number {
  const value = argument(args, name)
  if (typeof value !== 'number') throw new Error(`message argument {${name}} is not a number`)
  return value
}

function moment(args: MessageArguments, name: string): Date {
  const value = argument(args, name)
  if (!(value instanceof Date)) throw new Error(`message argument {${name}} is not a date`)
  return value
}
