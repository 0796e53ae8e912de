import { insertNewline, standardKeymap } from '@codemirror/commands'
import { EditorView, keymap } from '@codemirror/view'
import type { Extension } from '@codemirror/state'
import type { TextPlace } from '@accord/domain/goal/field'
import type { LivePlan } from '../live-plan/live-plan.js'

interface KeyParts {
  readonly live: LivePlan
  readonly place: TextPlace
  readonly leave: () => void
}

/**
 * Undo takes back one's own words only, so it is the client machine's and not the editor's; Escape leaves; Enter in a
 * name, which is one line, leaves too. Tab goes on to the next control, as everywhere. (HI7)
 */
export function editorKeys({ live, place, leave }: KeyParts): Extension {
  const undo = () => {
    live.undo(place)
    return true
  }
  const redo = () => {
    live.redo(place)
    return true
  }
  const leaves = () => {
    leave()
    return true
  }
  return [
    keymap.of([
      { key: 'Mod-z', run: undo, shift: redo, preventDefault: true },
      { key: 'Mod-y', run: redo, preventDefault: true },
      { key: 'Escape', run: leaves },
      { key: 'Enter', run: place.field === 'name' ? leaves : insertNewline },
      ...standardKeymap.filter(({ key }) => key !== 'Enter'),
    ]),
    EditorView.domEventHandlers({
      beforeinput: (event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
        event.preventDefault()
        return event.inputType === 'historyUndo' ? undo() : redo()
      },
    }),
  ]
}
