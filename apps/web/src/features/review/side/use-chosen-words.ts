import { useEffect, useState } from 'react'

/** Words of the statement that is replayed; what went since, carets and hints to screen readers are none of them. */
const STATEMENT = '.ac-replay-statement .ac-replay-words'
const NO_WORDS = 'del, .ac-caret, .ac-hidden'

/**
 * What somebody marks in the words that are replayed, for saying something about just that; they can also type it.
 * Another moment begins with nothing. (RV3)
 */
export function useChosenWords(seq: number): readonly [string, (words: string) => void] {
  const [chosen, setChosen] = useState({ seq, words: '' })
  useEffect(() => {
    const onSelection = () => {
      const words = markedWords(document.getSelection())
      if (words !== null) setChosen({ seq, words })
    }
    document.addEventListener('selectionchange', onSelection)
    return () => document.removeEventListener('selectionchange', onSelection)
  }, [seq])
  return [chosen.seq === seq ? chosen.words : '', (words) => setChosen({ seq, words })]
}

/** Null where nothing of the statement is marked: going on to the comment takes nothing back. */
function markedWords(selection: Selection | null): string | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const common = range.commonAncestorContainer
  const element = common instanceof Element ? common : common.parentElement
  if (!element?.closest(STATEMENT)) return null
  const marked = range.cloneContents()
  for (const gone of marked.querySelectorAll(NO_WORDS)) gone.remove()
  const words = marked.textContent.trim()
  return words === '' ? null : words
}
