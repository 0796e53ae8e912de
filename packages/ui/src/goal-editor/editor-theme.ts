import { EditorView } from '@codemirror/view'

/** Takes CodeMirror's own look away: the words look as they do where nobody edits them. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    overflow: 'visible',
    fontFamily: 'inherit',
    lineHeight: 'inherit',
  },
  '.cm-content': {
    padding: '0',
    minHeight: '1lh',
    minWidth: '0',
    caretColor: 'var(--ac-own-ink, var(--voice, currentColor))',
  },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--ink-3)', fontStyle: 'italic' },
})
