import { ChangeSet, Text } from '@codemirror/state'
import { sliceRuns, type AttributedText, type Run } from './attributed.js'
import { splitsPair } from './characters.js'

/** A change, and the authors of what it puts in. */
export interface Replacement {
  readonly changes: ChangeSet
  readonly credit: readonly Run[]
}

/** The smallest single replacement that turns one text into another, crediting the other's authors. */
export function replacement(from: AttributedText, to: AttributedText): Replacement {
  const start = sharedStart(from.text, to.text)
  const end = sharedEnd(from.text, to.text, start)
  const insert = to.text.slice(start, to.text.length - end)
  const removes = from.text.length - end > start
  if (!removes && insert === '') return { changes: ChangeSet.empty(from.text.length), credit: [] }
  return {
    changes: ChangeSet.of(
      { from: start, to: from.text.length - end, insert: Text.of(insert.split('\n')) },
      from.text.length,
    ),
    credit: sliceRuns(to.runs, start, to.text.length - end),
  }
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return splitsPair(a, at) || splitsPair(b, at) ? at - 1 : at
}

function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++
  return splitsPair(a, a.length - length) || splitsPair(b, b.length - length) ? length - 1 : length
}
