import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { placeOf } from '@accord/domain/goal/field'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { useWordingSettings } from '../wording/wording-context.js'
import { EditorHints } from './editor-hints.js'
import type { GoalEditorProps } from './goal-editor-props.js'
import { MountedEditor, type Facing } from './mounted-editor.js'

/** How long the sentence about the longest text stays, in ms. */
const NOTE_FOR = 8_000

/** One text of a goal, written together. Import it from `lazy.tsx`, which loads it when it is first shown. */
export function GoalEditor(props: GoalEditorProps) {
  const { live, place, isFocused = false, isChecked = false, onLeave } = props
  const { goal, step, field } = place
  const t = useUiMessages()
  const wording = useWordingSettings()
  const noteId = useId()
  const [isTooLong, setIsTooLong] = useState(false)
  const facing = useFacing(props, isTooLong ? noteId : undefined)
  const parent = useRef<HTMLDivElement>(null)
  const editor = useRef<MountedEditor>(null)
  const latest = useRef({ facing, onLeave, isFocused })

  useLayoutEffect(() => {
    latest.current = { facing, onLeave, isFocused }
    editor.current?.face(facing)
  })

  useLayoutEffect(() => {
    if (!parent.current) return undefined
    const mounted = new MountedEditor({
      parent: parent.current,
      live,
      place: placeOf({ goal, step, field }),
      facing: latest.current.facing,
      onLeave: () => latest.current.onLeave?.(),
      onTooLong: () => setIsTooLong(true),
    })
    editor.current = mounted
    if (latest.current.isFocused) mounted.focus()
    return () => {
      editor.current = null
      mounted.destroy()
    }
  }, [live, goal, step, field])

  useEffect(() => {
    if (!isTooLong) return undefined
    const timer = setTimeout(() => setIsTooLong(false), NOTE_FOR)
    return () => clearTimeout(timer)
  }, [isTooLong])

  return (
    <div className="ac-editor" data-field={field}>
      <div ref={parent} />
      {isChecked && wording?.isOn === true && !facing.isReadOnly && (
        <EditorHints live={live} place={place} editor={editor} />
      )}
      <p className="ac-editor-note" id={noteId} role="status">
        {isTooLong && t('editor.tooLong', { count: PLAN_LIMITS.longest[field] })}
      </p>
    </div>
  )
}

function useFacing(props: GoalEditorProps, noteId: string | undefined): Facing {
  const { live, place, voices, label, placeholder = '', isPlain = false, isReadOnly = false } = props
  const { ownFlag = 'name', describedBy } = props
  const { field } = place
  const t = useUiMessages()
  const you = t('editor.you')
  const me = live.view().me
  const relation = me?.relation
  const name = ownFlag === 'you' ? you : me && voices[me.person]?.name
  return useMemo(
    () => ({
      label,
      placeholder,
      isPlain,
      isReadOnly: isReadOnly || relation === undefined,
      voices,
      describedBy: [describedBy, noteId].filter((id) => id !== undefined).join(' ') || undefined,
      flag: ownFlag === 'none' || relation === undefined ? null : { relation, name: name ?? you },
      enterKeyHint: field === 'name' || field === 'text' ? 'done' : 'enter',
    }),
    [
      label,
      placeholder,
      isPlain,
      isReadOnly,
      voices,
      describedBy,
      noteId,
      ownFlag,
      relation,
      name,
      you,
      field,
    ],
  )
}
