import { StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

/** A stretch of the text that a hint is about, in UTF-16 code units. */
export interface HintedStretch {
  readonly from: number
  readonly to: number
}

export const setHinted = StateEffect.define<readonly HintedStretch[]>()

const MARK = Decoration.mark({ class: 'ac-hinted' })

const hinted = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) => {
    const told = transaction.effects.find((effect) => effect.is(setHinted))
    if (!told) return before.map(transaction.changes)
    const { length } = transaction.newDoc
    return Decoration.set(
      told.value.filter(({ to }) => to <= length).map(({ from, to }) => MARK.range(from, to)),
    )
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** A light line under words that could be said otherwise; drawn in their writer's own editor alone. (WC1) */
export function wordingMarks(): Extension {
  return hinted
}
