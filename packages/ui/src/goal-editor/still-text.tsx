import { textAt } from '@accord/domain/plan/plan'
import { EMPTY_TEXT } from '@accord/domain/text/attributed'
import { AttributedText } from '../attributed-text/attributed-text.js'
import type { GoalEditorProps } from './goal-editor-props.js'

/** The words as the editor will show them, to read until it is there: same lines, same height, so nothing jumps. */
export function StillText({ live, place, voices, isPlain, placeholder }: GoalEditorProps) {
  const { plan } = live.view()
  const { text, runs } = (plan && textAt(plan, place)) ?? EMPTY_TEXT
  return (
    <div className="ac-editor" data-field={place.field}>
      <div className="ac-editor-still" dir="auto">
        {text === '' ? (
          <span className="ac-editor-placeholder">{placeholder}</span>
        ) : (
          <AttributedText text={text} runs={runs} voices={voices} plain={isPlain ?? false} />
        )}
      </div>
    </div>
  )
}
