// From ICU text to the small tree that ships. The parser stays here, at build time.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** Turns one ICU message into nodes (see src/messages/catalogue.ts). Throws the parser's error. */
export function nodesOf(text) {
  return convert(
    parse(text, { captureLocation: false, shouldParseSkeletons: true, requiresOtherClause: true }),
  )
}

function convert(elements) {
  return elements.map((element) => CONVERT[element.type](element))
}

const CONVERT = {
  [TYPE.literal]: (element) => element.value,
  [TYPE.argument]: (element) => ({ kind: 'argument', name: element.value }),
  [TYPE.number]: (element) => ({
    kind: 'number',
    name: element.value,
    options: numberOptions(element.style),
  }),
  [TYPE.date]: (element) => ({
    kind: 'date',
    name: element.value,
    options: dateOptions(element.style, 'dateStyle'),
  }),
  [TYPE.time]: (element) => ({
    kind: 'date',
    name: element.value,
    options: dateOptions(element.style, 'timeStyle'),
  }),
  [TYPE.select]: (element) => ({ kind: 'select', name: element.value, cases: casesOf(element) }),
  [TYPE.plural]: (element) => ({
    kind: 'plural',
    name: element.value,
    offset: element.offset,
    ordinal: element.pluralType === 'ordinal',
    cases: casesOf(element),
  }),
  [TYPE.pound]: () => ({ kind: 'pound' }),
  [TYPE.tag]: (element) => ({ kind: 'tag', name: element.value, children: convert(element.children) }),
}

function casesOf(element) {
  return Object.fromEntries(
    Object.entries(element.options).map(([key, option]) => [key, convert(option.value)]),
  )
}

function numberOptions(style) {
  if (style === null || style === undefined) return {}
  if (typeof style === 'object') return style.parsedOptions
  if (style === 'percent') return { style: 'percent' }
  if (style === 'integer') return { maximumFractionDigits: 0 }
  throw new Error(`unknown number style ${style}`)
}

function dateOptions(style, key) {
  if (style === null || style === undefined) return { [key]: 'medium' }
  return typeof style === 'object' ? style.parsedOptions : { [key]: style }
}

/** The arguments a message takes, name to TypeScript type. */
export function argumentsOf(nodes, found = new Map()) {
  for (const node of nodes) {
    if (typeof node === 'string' || node.kind === 'pound') continue
    note(found, node.name, typeOf(node))
    for (const inner of Object.values(node.cases ?? {})) argumentsOf(inner, found)
    if (node.kind === 'tag') argumentsOf(node.children, found)
  }
  return found
}

function typeOf(node) {
  if (node.kind === 'argument') return 'string'
  if (node.kind === 'number' || node.kind === 'plural') return 'number'
  if (node.kind === 'date') return 'Date'
  if (node.kind === 'tag') return 'RichPart'
  return Object.keys(node.cases)
    .map((key) => `'${key}'`)
    .join(' | ')
}

/** `{who}` beside `{who, select, …}` is still the select's argument; two real types for one name are a mistake. */
function note(found, name, type) {
  const known = found.get(name)
  if (known === undefined || known === 'string') found.set(name, type)
  else if (type !== 'string' && type !== known) throw new Error(`{${name}} is both ${known} and ${type}`)
}
