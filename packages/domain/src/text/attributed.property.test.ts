import { ChangeSet } from '@codemirror/state'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PersonId } from '../ids.js'
import { applyChanges, EMPTY_TEXT, type AttributedText, type Run } from './attributed.js'

const PEOPLE = ['ada', 'ben', 'cleo'] as unknown as readonly PersonId[]

/** One edit: its author, where it begins, how much it takes out, and what it puts in; all within what there is. */
const edit = fc.record({
  author: fc.constantFrom(...PEOPLE),
  places: fc.array(
    fc.record({
      at: fc.nat(60),
      removed: fc.nat(6),
      inserted: fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

/** The slow way: every character with its author. */
function authorsOf({ text, runs }: AttributedText): readonly PersonId[] {
  const authors = runs.flatMap(([author, length]) => Array<PersonId>(length).fill(author))
  expect(authors).toHaveLength(text.length)
  return authors
}

function changesOf(
  length: number,
  places: readonly { at: number; removed: number; inserted: string }[],
): ChangeSet {
  let free = 0
  const specs = places
    .map(({ at, removed, inserted }) => ({ from: Math.min(at, length), removed, insert: inserted }))
    .sort((a, b) => a.from - b.from)
    .map(({ from, removed, insert }) => {
      const start = Math.max(from, free)
      free = Math.min(length, start + removed)
      return { from: Math.min(start, length), to: free, insert }
    })
  return ChangeSet.of(specs, length)
}

it('[LP10] every character keeps its author, at however many places a text is changed, and neighbours differ', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      let text: AttributedText = EMPTY_TEXT
      for (const { author, places } of edits) {
        const before = authorsOf(text)
        const changes = changesOf(text.text.length, places)
        const expected: PersonId[] = []
        const pieces: { at: number; removed: string; authors: readonly PersonId[]; inserted: string }[] = []
        let kept = 0
        let written = ''
        changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
          const words = inserted.toString()
          expected.push(...before.slice(kept, from), ...Array<PersonId>(words.length).fill(author))
          written += text.text.slice(kept, from) + words
          pieces.push({
            at: from,
            removed: text.text.slice(from, to),
            authors: before.slice(from, to),
            inserted: words,
          })
          kept = to
        })
        expected.push(...before.slice(kept))
        written += text.text.slice(kept)
        const credit: readonly Run[] = [[author, 1_000]]
        const applied = applyChanges(text, changes, credit)
        expect(applied.after.text).toBe(written)
        expect(authorsOf(applied.after)).toEqual(expected)
        for (const [at, run] of applied.after.runs.entries())
          expect(run[0]).not.toBe(applied.after.runs[at - 1]?.[0])
        const seen = applied.pieces.map(({ at, removed, removedRuns, inserted }) => {
          return { at, removed, authors: authorsOf({ text: removed, runs: removedRuns }), inserted }
        })
        expect(seen).toEqual(pieces)
        text = applied.after
      }
    }),
  )
})
