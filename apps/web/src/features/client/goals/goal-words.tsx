import { useEffect, useRef } from 'react'
import { hasWords } from '@accord/domain/goal/wording'
import type { Goal } from '@accord/domain/goal/goal'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { GoalEditor, preloadGoalEditor } from '@accord/ui/goal-editor/lazy'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName, isVisitedGoal } from '../room/whereabouts.js'
import { useDesk } from './desk-context.js'

/** A goal's statement: to read, or, once it is opened or somebody else writes in it, live with everybody's carets. */
export function GoalWords({ goal }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const format = useFormat()
  const room = useRoom()
  const { live, view, voices, mayWrite, plan, people } = room
  const { isPlain, opened, open } = useDesk()
  const { id, statement } = goal
  const isOwn = opened?.goal === id && opened.field === 'statement'
  const isVisited = isVisitedGoal(view, id)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The editor may stand already, for somebody else's caret; then opening it is a matter of focus alone.
    if (isOwn) box.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus()
  }, [isOwn])
  const placeholder = t(mayWrite ? 'goals.placeholder' : 'goals.noWords')
  if (isOwn || isVisited) {
    const names = format.list(clientsOf(people).map(({ name }) => givenName(name)))
    return (
      <div ref={box} onFocus={() => mayWrite && !isOwn && open({ goal: id, field: 'statement' })}>
        <GoalEditor
          key={id}
          live={live}
          place={{ goal: id, field: 'statement' }}
          voices={voices}
          label={t('goals.statementLabel', { goal: goalName(t, plan, id), names })}
          placeholder={placeholder}
          isPlain={isPlain}
          isReadOnly={!mayWrite}
          isFocused={isOwn}
          isChecked
          onLeave={() => open(null)}
        />
      </div>
    )
  }
  const words = hasWords(statement.text) ? (
    <AttributedText text={statement.text} runs={statement.runs} voices={voices} plain={isPlain} />
  ) : (
    <span className="web-placeholder">{placeholder}</span>
  )
  if (!mayWrite) return words
  // A press on the words opens them; the same is a button beside them, so the words stay words for screen readers.
  return (
    <div
      className="web-openable"
      onPointerEnter={preloadGoalEditor}
      onClick={() => isNothingSelected() && open({ goal: id, field: 'statement' })}
    >
      {words}
    </div>
  )
}

/** Whoever selects words to copy them doesn't mean to write. */
function isNothingSelected(): boolean {
  return window.getSelection()?.isCollapsed ?? true
}
