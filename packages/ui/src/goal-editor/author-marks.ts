import type { Run } from '@accord/domain/text/attributed'
import { StateEffect, StateField, Transaction, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { Voices } from '../attributed-text/author-runs.js'
import { authorDecorations, nextFading, stillFresh, withFresh, type Fresh } from './author-decorations.js'
import { clockTick, tickAt } from './clock-tick.js'

/** Who wrote what, as the client machine knows it. */
interface Authors {
  readonly runs: readonly Run[]
  readonly voices: Voices
  /** Without the authors' marks, for whoever wants to read only. */
  readonly isPlain: boolean
}

interface Marks {
  readonly authors: Authors
  readonly fresh: readonly Fresh[]
  readonly decorations: DecorationSet
}

export const setAuthors = StateEffect.define<Authors>()

const marks = StateField.define<Marks>({
  create: () => ({
    authors: { runs: [], voices: {}, isPlain: true },
    fresh: [],
    decorations: Decoration.none,
  }),
  update: marksAfter,
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
})

/** Author colours with side, line and shape, and a tint on what came in during the last ten seconds. */
export function authorMarks(): Extension {
  return [marks, tickAt((state) => nextFading(state.field(marks).fresh))]
}

function marksAfter(before: Marks, transaction: Transaction): Marks {
  const now = transaction.annotation(Transaction.time) ?? 0
  const told = transaction.effects.find((effect) => effect.is(setAuthors))
  const isTick = transaction.effects.some((effect) => effect.is(clockTick))
  if (!told && !isTick && !transaction.docChanged) return before
  const typed = transaction.docChanged ? withFresh(before.fresh, transaction.changes, now) : before.fresh
  const fresh = stillFresh(typed, now)
  const authors = told?.value ?? before.authors
  // Between a keystroke and the machine's answer in the same tick the marks only move along.
  if (transaction.docChanged && !told) {
    return { authors, fresh, decorations: before.decorations.map(transaction.changes) }
  }
  const { runs, voices, isPlain } = authors
  const decorations = isPlain
    ? Decoration.none
    : authorDecorations(runs, voices, fresh, transaction.newDoc.length)
  return { authors, fresh, decorations }
}
