import {
  Prec,
  StateEffect,
  StateField,
  Transaction,
  type EditorState,
  type Extension,
} from '@codemirror/state'
import {
  Decoration,
  Direction,
  EditorView,
  layer,
  type DecorationSet,
  type LayerMarker,
} from '@codemirror/view'
import type { Relation } from '@accord/domain/case/relation'
import { CaretMarker } from './caret-marker.js'
import { clockTick, tickAt } from './clock-tick.js'

/** Somebody else's caret in this text. Offsets in UTF-16 units. */
export interface Peer {
  readonly connection: string
  readonly relation: Relation
  readonly name: string
  readonly anchor: number
  readonly head: number
}

interface MovingPeer extends Peer {
  /** When the caret was last moved by its owner, in ms. */
  readonly movedAt: number
}

export const setPeers = StateEffect.define<readonly Peer[]>()

/** A flag fades to the bare caret after the caret has stood this long, in ms. */
export const STILL_AFTER = 3_000

const peers = StateField.define<readonly MovingPeer[]>({
  create: () => [],
  update: peersAfter,
})

/** Others' carets with their names, drawn over the words so that nothing moves, and a tint on what they have selected. */
export function peerCarets(): Extension {
  return [
    peers,
    tickAt((state) => nextStill(state.field(peers), Date.now())),
    layer({
      above: true,
      class: 'ac-peers',
      update: (update) => update.docChanged || update.geometryChanged || told(update.transactions),
      markers: (view) => view.state.field(peers).flatMap((peer) => caretOf(view, peer)),
    }),
    // Inside the authors' marks, so that their tint of fresh words doesn't cover it.
    Prec.high(
      EditorView.decorations.compute([peers], (state) => selectionsOf(state.field(peers), state.doc.length)),
    ),
  ]
}

function told(transactions: readonly Transaction[]): boolean {
  return transactions.some(({ effects }) => effects.some((one) => one.is(setPeers) || one.is(clockTick)))
}

function peersAfter(before: readonly MovingPeer[], transaction: Transaction): readonly MovingPeer[] {
  const now = transaction.annotation(Transaction.time) ?? 0
  const { changes } = transaction
  const carried = transaction.docChanged
    ? before.map((peer) => ({
        ...peer,
        anchor: changes.mapPos(peer.anchor, -1),
        head: changes.mapPos(peer.head, -1),
      }))
    : before
  const set = transaction.effects.find((effect) => effect.is(setPeers))
  return set ? set.value.map((peer) => withMoved(peer, carried, transaction.state, now)) : carried
}

/** A caret that only moves along with words before it stands still. */
function withMoved(peer: Peer, before: readonly MovingPeer[], state: EditorState, now: number): MovingPeer {
  const end = state.doc.length
  const at = { ...peer, anchor: Math.min(peer.anchor, end), head: Math.min(peer.head, end) }
  const known = before.find((one) => one.connection === peer.connection)
  const isStill = known?.head === at.head && known.anchor === at.anchor
  return { ...at, movedAt: isStill ? known.movedAt : now }
}

function nextStill(all: readonly MovingPeer[], now: number): number | null {
  const coming = all.map(({ movedAt }) => movedAt + STILL_AFTER).filter((at) => at > now)
  return coming.length === 0 ? null : Math.min(...coming)
}

function caretOf(view: EditorView, peer: MovingPeer): readonly LayerMarker[] {
  return CaretMarker.at(view, peer.head, {
    relation: peer.relation,
    name: peer.name,
    isStill: Date.now() - peer.movedAt >= STILL_AFTER,
    hasBar: true,
    isRightToLeft: view.textDirection === Direction.RTL,
  })
}

function selectionsOf(all: readonly MovingPeer[], length: number): DecorationSet {
  const selected = all.flatMap(({ anchor, head, relation }) => {
    const from = Math.min(anchor, head)
    const to = Math.min(length, Math.max(anchor, head))
    const mark = Decoration.mark({ class: 'ac-peer-selection', attributes: { 'data-relation': relation } })
    return from < to ? [mark.range(from, to)] : []
  })
  return Decoration.set(selected, true)
}
