import { Facet, StateField, Transaction, type Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { Direction, layer } from '@codemirror/view'
import type { Relation } from '@accord/domain/case/relation'
import { CaretMarker } from './caret-marker.js'
import { clockTick, tickAt } from './clock-tick.js'
import { STILL_AFTER } from './peer-carets.js'

/** The flag on one's own caret: "You" in the portal. */
export interface OwnFlag {
  readonly relation: Relation
  readonly name: string
}

export const ownFlag = Facet.define<OwnFlag, OwnFlag | null>({ combine: (flags) => flags[0] ?? null })

const movedAt = StateField.define<number>({
  create: () => 0,
  update: (before, transaction) =>
    transaction.selection || transaction.isUserEvent('input')
      ? (transaction.annotation(Transaction.time) ?? before)
      : before,
})

/** Draws the own flag beside the browser's own caret, until the caret has stood for three seconds. */
export function ownCaretFlag(): Extension {
  return [
    movedAt,
    tickAt((state) => {
      const still = state.field(movedAt) + STILL_AFTER
      return still > Date.now() ? still : null
    }),
    layer({
      above: true,
      class: 'ac-peers',
      update: (update) =>
        update.docChanged ||
        update.selectionSet ||
        update.focusChanged ||
        update.geometryChanged ||
        update.transactions.some(({ effects }) => effects.some((one) => one.is(clockTick))),
      markers: ownMarkers,
    }),
  ]
}

function ownMarkers(view: EditorView): readonly CaretMarker[] {
  const flag = view.state.facet(ownFlag)
  if (!flag || !view.hasFocus) return []
  return CaretMarker.at(view, view.state.selection.main.head, {
    ...flag,
    isStill: Date.now() - view.state.field(movedAt) >= STILL_AFTER,
    hasBar: false,
    isRightToLeft: view.textDirection === Direction.RTL,
  })
}
