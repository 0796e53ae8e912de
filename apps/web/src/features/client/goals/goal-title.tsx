import type { Goal } from '@accord/domain/goal/goal'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'
import { useDesk } from './desk-context.js'

/** A goal's short name; opened by a press or from the goal's menu. */
export function GoalTitle({ goal }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const { live, voices, mayWrite, plan } = useRoom()
  const { opened, open } = useDesk()
  const place = { goal: goal.id, field: 'name' } as const
  const name = goalName(t, plan, goal.id)
  if (!mayWrite) return <>{name}</>
  if (opened?.goal !== goal.id || opened.field !== 'name') {
    return (
      <span className="web-openable" onClick={() => open(place)}>
        {name}
      </span>
    )
  }
  return (
    <GoalEditor
      key={goal.id}
      live={live}
      place={place}
      voices={voices}
      label={t('goals.nameLabel', { goal: name })}
      placeholder={t('goals.namePlaceholder')}
      isPlain
      isFocused
      ownFlag="none"
      onLeave={() => open(null)}
    />
  )
}
