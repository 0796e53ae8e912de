import type { ClinicWord } from './clinic-wording.js'
import { clinicRules } from './clinic-wording.js'
import { quotations, type Stretch } from './quotes.js'
import type { WordingList, WordingRule } from './rule.js'
import { isHyphenated, isJoined, keysOf, tokensOf, type Token } from './tokens.js'

/** A suggestion about a stretch of a text, in UTF-16 code units. It suggests, and never blocks. (WC1) */
export interface WordingHint extends Stretch {
  readonly said: string
  readonly rule: WordingRule
}

interface Node {
  readonly next: Map<string, Node>
  rule: WordingRule | null
  isName: boolean
}

/** Reads texts in one language, by a list and what a clinic decided. Build it once and use it often. */
export type WordingReader = (text: string) => readonly WordingHint[]

/** A run of so many capitalised words is a name: "Substance Abuse Treatment Service". (WC4) */
const A_NAME_HAS = 3

/** @param decisions of the clinic, in their order */
export function wordingReader(list: WordingList, decisions: readonly ClinicWord[]): WordingReader {
  const { rules, left } = clinicRules(decisions, list.language)
  const root = aNode()
  for (const rule of list.rules)
    if (!left.has(keysOf(rule.words).join(' '))) nodeOf(root, rule.words).rule = rule
  for (const rule of rules) nodeOf(root, rule.words).rule = rule
  for (const name of list.names) nodeOf(root, name).isName = true
  return (text) => read(text, root, list.afterAPerson)
}

function aNode(): Node {
  return { next: new Map(), rule: null, isName: false }
}

function nodeOf(root: Node, words: string): Node {
  let node = root
  for (const key of keysOf(words)) {
    const next = node.next.get(key) ?? aNode()
    node.next.set(key, next)
    node = next
  }
  return node
}

function read(text: string, root: Node, afterAPerson: ReadonlySet<string>): readonly WordingHint[] {
  const tokens = tokensOf(text)
  const quoted = quotations(text)
  const named = capitalRuns(text, tokens)
  const found: WordingHint[] = []
  let at = 0
  while (at < tokens.length) {
    const match = longest(text, { tokens, at, root, afterAPerson })
    const first = tokens[at]
    const last = tokens[at + (match?.length ?? 1) - 1]
    if (match?.rule && first && last) {
      const stretch = { from: first.from, to: last.to }
      if (![...quoted, ...named].some((one) => overlaps(one, stretch)))
        found.push({ ...stretch, said: text.slice(stretch.from, stretch.to), rule: match.rule })
    }
    at += match?.length ?? 1
  }
  return found
}

interface Place {
  readonly tokens: readonly Token[]
  readonly at: number
  readonly root: Node
  readonly afterAPerson: ReadonlySet<string>
}

/** The longest expression that begins here; one without a rule is a name, and hides what is in it. (WC3, WC4) */
function longest(
  text: string,
  { tokens, at, root, afterAPerson }: Place,
): { readonly length: number; readonly rule: WordingRule | null } | null {
  if (isHyphenated(text, tokens[at - 1], tokens[at])) return null
  let best: { readonly length: number; readonly rule: WordingRule | null } | null = null
  let node: Node | undefined = root
  for (let to = at; to < tokens.length; to += 1) {
    const [before, token] = [tokens[to - 1], tokens[to]]
    if (!token || (to > at && before && !isJoined(text, before, token))) break
    node = node.next.get(token.key)
    if (!node) break
    const after = tokens[to + 1]
    if (isHyphenated(text, token, after)) continue
    const isThere = !node.rule?.isAlone || isAloneBefore(text, token, after, afterAPerson)
    if (node.isName) best = { length: to - at + 1, rule: null }
    else if (node.rule && isThere) best = { length: to - at + 1, rule: node.rule }
  }
  return best
}

function isAloneBefore(
  text: string,
  token: Token,
  after: Token | undefined,
  afterAPerson: ReadonlySet<string>,
): boolean {
  return after === undefined || !isJoined(text, token, after) || afterAPerson.has(after.key)
}

/** Names of instruments and organisations that no list knows. The first word of a sentence says nothing. */
function capitalRuns(text: string, tokens: readonly Token[]): readonly Stretch[] {
  const runs: Stretch[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]]
    if (before && token?.isCapital && before.isCapital && isJoined(text, before, token)) continue
    const [first, last] = [tokens[from], before]
    if (first && last && at - from >= A_NAME_HAS) runs.push({ from: first.from, to: last.to })
    from = at
  }
  return runs
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to
}

/** The text with other words in the place of those that a hint is about; a capital stays a capital. */
export function withWords(text: string, { from, to }: Stretch, instead: string): string {
  return text.slice(0, from) + inItsCase(text.slice(from, to), instead) + text.slice(to)
}

/** @param said the words that are replaced */
export function inItsCase(said: string, instead: string): string {
  const [first = '', ...rest] = instead
  return /^\p{Lu}/u.test(said) ? first.toLocaleUpperCase('und') + rest.join('') : instead
}
