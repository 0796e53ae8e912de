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
      { key: 'Escape', run: leaves },
      { key: 'Enter', run: place.field === 'name' || place.field === 'text' ? leaves : insertNewline },
      ...standardKeymap.filter(({ key }) => key !== 'Enter'),
    ]),
    EditorView.domEventHandlers({
      keydown: (event) => {
        const asked = askedBy(event)
        if (asked === null) return false
        event.preventDefault()
        return asked === 'undo' ? undo() : redo()
      },
      beforeinput: (event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false
        event.preventDefault()
        return event.inputType === 'historyUndo' ? undo() : redo()
      },
    }),
  ]
}

/** Read from the event itself: with caps lock on, or a layout of its own, Shift and z may come as either letter. */
function askedBy(event: KeyboardEvent): 'undo' | 'redo' | null {
  const isMac = /Mac|iP(hone|ad|od)/u.test(navigator.platform)
  const isCommand = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (!isCommand || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !event.shiftKey ? 'redo' : null
}
