import { ChangeSet, Text } from '@codemirror/state'
import type { Piece } from './attributed.js'

/** The change that takes another one back, from what that one took out and put in. */
export function inverseOf(changes: ChangeSet, pieces: readonly Piece[]): ChangeSet {
  let shift = 0
  const specs = pieces.map((piece) => {
    const from = piece.at + shift
    shift += piece.inserted.length - piece.removed.length
    return { from, to: from + piece.inserted.length, insert: Text.of(piece.removed.split('\n')) }
  })
  return ChangeSet.of(specs, changes.newLength)
}
