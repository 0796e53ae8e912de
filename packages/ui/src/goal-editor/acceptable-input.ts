import { EditorState, StateEffect, type ChangeSet, type Extension } from '@codemirror/state'
import type { TextField } from '@accord/domain/goal/field'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { cleanText, splitsPair } from '@accord/domain/text/characters'
import { EditorView } from '@codemirror/view'
import { fromLive } from './from-live.js'

interface Replaced {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** More was typed or pasted than fits; nothing was changed. */
export const tooLong = StateEffect.define()

/**
 * Lets through only what the server accepts, since a refused operation takes the words after it along: no hidden
 * characters, no half of a pair, one line in a name, no more than the longest text. (LP6, LP11)
 */
export function acceptableInput(field: TextField): Extension {
  return [
    EditorView.clipboardInputFilter.of((text) => cleanFor(field, text)),
    EditorState.transactionFilter.of((transaction) => {
      if (!transaction.docChanged || transaction.annotation(fromLive) !== undefined) return transaction
      const { changes, startState, newDoc } = transaction
      const { length } = startState.doc
      if (newDoc.length > PLAN_LIMITS.longest[field] && newDoc.length >= length) {
        return { effects: tooLong.of(null) }
      }
      const cleaned = cleanChanges(field, startState.doc.toString(), changes)
      if (!cleaned) return transaction
      const { effects, scrollIntoView } = transaction
      const caret = startState.changes(cleaned).mapPos(startState.selection.main.to, 1)
      return { changes: cleaned, selection: { anchor: caret }, effects, scrollIntoView, userEvent: 'input' }
    }),
  ]
}

/** What may be put into a field of what somebody typed or pasted. */
export function cleanFor(field: TextField, text: string): string {
  const clean = cleanText(text)
  return field === 'name' ? clean.replace(/\n+/gu, ' ') : clean
}

/** The changes made acceptable; null when they are already. */
function cleanChanges(field: TextField, before: string, changes: ChangeSet): readonly Replaced[] | null {
  const proposed: Replaced[] = []
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    proposed.push({ from, to, insert: inserted.toString() })
  })
  const cleaned = proposed.map((one) => {
    const whole = wholePairs(before, one)
    return { ...whole, insert: cleanFor(field, whole.insert) }
  })
  const isClean = proposed.every((one, at) => {
    const clean = cleaned[at]
    return clean?.from === one.from && clean.to === one.to && clean.insert === one.insert
  })
  return isClean ? null : cleaned
}

/** 😀 becoming 😁 is a change of its second half only; the whole pair is replaced instead. (LP6) */
function wholePairs(before: string, { from, to, insert }: Replaced): Replaced {
  const head = splitsPair(before, from) ? 1 : 0
  const tail = splitsPair(before, to) ? 1 : 0
  return {
    from: from - head,
    to: to + tail,
    insert: before.slice(from - head, from) + insert + before.slice(to, to + tail),
  }
}
