import { EditorView } from '@codemirror/view'
import { scriptOf } from '../attributed-text/script-of.js'

/** Says which script is being written, for type that suits it. */
export const scriptAttribute = EditorView.contentAttributes.of((view): Record<string, string> => {
  const script = scriptOf(view.state.doc.toString())
  return script === undefined ? {} : { 'data-script': script }
})
