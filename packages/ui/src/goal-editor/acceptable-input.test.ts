import { EditorState, type TransactionSpec } from '@codemirror/state'
import { describe, expect, it } from '@jest/globals'
import type { GoalField } from '@accord/domain/goal/field'
import { acceptableInput, tooLong } from './acceptable-input.js'
import { fromLive } from './from-live.js'

function after(field: GoalField, doc: string, ...changes: readonly TransactionSpec[]) {
  const state = EditorState.create({ doc, extensions: acceptableInput(field) })
  return state.update(...changes)
}

const wordsAfter = (...args: Parameters<typeof after>) => after(...args).newDoc.toString()

describe('what may be typed into a goal', () => {
  it('[LP6] leaves out characters that nobody can see', () => {
    expect(wordsAfter('statement', '', { changes: { from: 0, insert: 'sl\u200bee\u202ep' } })).toBe('sleep')
  })

  it('[LP6] replaces a whole pair when half of it changes', () => {
    const transaction = after('statement', 'so 😀', { changes: { from: 4, to: 5, insert: '\ude01' } })
    expect(transaction.newDoc.toString()).toBe('so 😁')
    expect(transaction.changes.toJSON()).toEqual([3, [2, '😁']])
  })

  it('[LP6] keeps a name on one line', () => {
    expect(wordsAfter('name', 'Sleep', { changes: { from: 5, insert: '\n\nwell' } })).toBe('Sleep well')
    expect(wordsAfter('statement', 'a', { changes: { from: 1, insert: '\nb' } })).toBe('a\nb')
  })

  it('[LP11] changes nothing when it would be too long, and says so', () => {
    const transaction = after('name', 'Sleep', { changes: { from: 5, insert: 'x'.repeat(80) } })
    expect(transaction.newDoc.toString()).toBe('Sleep')
    expect(transaction.effects.some((effect) => effect.is(tooLong))).toBe(true)
  })

  it('[LP11] lets a text that is over its bound already become shorter', () => {
    expect(wordsAfter('name', 'x'.repeat(90), { changes: { from: 0, to: 5 } })).toHaveLength(85)
  })

  it('never touches what the client machine tells it', () => {
    const told = { changes: { from: 0, insert: 'x'.repeat(100) }, annotations: fromLive.of(null) }
    expect(wordsAfter('name', '', told)).toHaveLength(100)
  })
})
