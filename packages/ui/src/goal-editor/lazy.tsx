import { lazy, Suspense } from 'react'
import type { GoalEditorProps } from './goal-editor-props.js'
import { StillText } from './still-text.js'

const loadEditor = () => import('./goal-editor.js').then(({ GoalEditor }) => ({ default: GoalEditor }))
const LoadedEditor = lazy(loadEditor)

/** Fetches the editor ahead of its use, when a goal is likely to be opened next. */
export function preloadGoalEditor(): void {
  void loadEditor()
}

/** One text of a goal, written together; its words stand there to read while the editor is being fetched. */
export function GoalEditor(props: GoalEditorProps) {
  return (
    <Suspense fallback={<StillText {...props} />}>
      <LoadedEditor {...props} />
    </Suspense>
  )
}
