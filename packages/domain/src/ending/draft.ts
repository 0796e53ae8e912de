import type { GoalId, LogId, PersonId } from '../ids.js'
import type { EndingBox, EndingList } from './box.js'

/** Names a line; proposed by whoever adds it. */
export type LineId = string & { readonly line: unique symbol }
/** Names the pack of a case. */
export type EndingId = string & { readonly ending: unique symbol }

/** A goal as it stood: after which entry of which log, and that entry's hash. (EN3) */
export interface QuotedGoal {
  readonly goal: GoalId
  readonly log: LogId
  readonly seq: number
  readonly hash: string
  readonly name: string
  readonly statement: string
}

/** What somebody does in a pack. */
export type EndingAct =
  | { readonly kind: 'write'; readonly box: EndingBox; readonly after: number; readonly words: string }
  | { readonly kind: 'keep'; readonly goal: GoalId }
  | { readonly kind: 'leave'; readonly goal: GoalId }
  | { readonly kind: 'add'; readonly line: LineId; readonly list: EndingList; readonly words: string }
  | { readonly kind: 'move'; readonly line: LineId; readonly before: LineId | null }
  | { readonly kind: 'cross'; readonly line: LineId }
  | { readonly kind: 'uncross'; readonly line: LineId }
  | { readonly kind: 'say'; readonly hash: string }
  | { readonly kind: 'unsay' }

/** The same as it is kept: a goal with what it said. */
export type KeptAct =
  | Exclude<EndingAct, { kind: 'keep' }>
  | { readonly kind: 'keep'; readonly goal: GoalId; readonly quote: QuotedGoal }

/** An act with its place in the pack, from 1. Times in ms. */
export interface EndingEntry {
  readonly seq: number
  readonly at: number
  readonly by: PersonId
  readonly act: KeptAct
}

/** One writer's box as it is now. `version` counts how often it was saved. */
export interface BoxWords {
  readonly writer: PersonId
  readonly box: EndingBox
  readonly version: number
  readonly words: string
  readonly at: number
}

export interface EndingLine {
  readonly line: LineId
  readonly list: EndingList
  readonly words: string
  readonly by: PersonId
  readonly at: number
  readonly crossed: { readonly by: PersonId; readonly at: number } | null
}

export interface KeptGoal extends QuotedGoal {
  readonly by: PersonId
  readonly at: number
}

/** "This is how it is", said of the words that the hash names. (EN6) */
export interface Said {
  readonly person: PersonId
  readonly hash: string
  readonly at: number
}

/** A pack as it is after its acts. (EN8) */
export interface EndingDraft {
  readonly seq: number
  readonly boxes: readonly BoxWords[]
  readonly kept: readonly KeptGoal[]
  readonly lines: readonly EndingLine[]
  readonly said: readonly Said[]
}

export const EMPTY_ENDING: EndingDraft = { seq: 0, boxes: [], kept: [], lines: [], said: [] }

/** The version that somebody's box is at; 0 before they wrote in it. */
export function boxOf(draft: EndingDraft, writer: PersonId, box: EndingBox): BoxWords | null {
  return draft.boxes.find((one) => one.writer === writer && one.box === box) ?? null
}

/** Folds an act into the pack. It was decided before, so nothing is refused here. (EN8) */
export function enactEnding(draft: EndingDraft, { seq, at, by, act }: EndingEntry): EndingDraft {
  const next = { ...draft, seq }
  switch (act.kind) {
    case 'write': {
      const before = boxOf(draft, by, act.box)
      const written = { writer: by, box: act.box, version: act.after + 1, words: act.words, at }
      const boxes = before
        ? draft.boxes.map((one) => (one === before ? written : one))
        : [...draft.boxes, written]
      return { ...next, boxes }
    }
    case 'keep': {
      const kept = { ...act.quote, by, at }
      const isKept = draft.kept.some(({ goal }) => goal === act.goal)
      if (!isKept) return { ...next, kept: [...draft.kept, kept] }
      return { ...next, kept: draft.kept.map((one) => (one.goal === act.goal ? kept : one)) }
    }
    case 'leave':
      return { ...next, kept: draft.kept.filter(({ goal }) => goal !== act.goal) }
    case 'add': {
      const { line, list, words } = act
      return { ...next, lines: [...draft.lines, { line, list, words, by, at, crossed: null }] }
    }
    case 'move':
      return { ...next, lines: moved(draft.lines, act.line, act.before) }
    case 'cross':
      return { ...next, lines: crossed(draft.lines, act.line, { by, at }) }
    case 'uncross':
      return { ...next, lines: crossed(draft.lines, act.line, null) }
    case 'say':
      return { ...next, said: [...others(draft.said, by), { person: by, hash: act.hash, at }] }
    case 'unsay':
      return { ...next, said: others(draft.said, by) }
  }
}

function others(said: readonly Said[], person: PersonId): readonly Said[] {
  return said.filter((one) => one.person !== person)
}

function crossed(
  lines: readonly EndingLine[],
  line: LineId,
  by: EndingLine['crossed'],
): readonly EndingLine[] {
  return lines.map((one) => (one.line === line ? { ...one, crossed: by } : one))
}

/** @param before the line that it stands before afterwards; null for the end */
function moved(lines: readonly EndingLine[], line: LineId, before: LineId | null): readonly EndingLine[] {
  const found = lines.find((one) => one.line === line)
  if (!found || line === before) return lines
  const rest = lines.filter((one) => one !== found)
  const at = before === null ? rest.length : rest.findIndex((one) => one.line === before)
  return at < 0 ? lines : [...rest.slice(0, at), found, ...rest.slice(at)]
}
