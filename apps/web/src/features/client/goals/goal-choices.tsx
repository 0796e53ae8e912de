import { useState } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import { IconButton } from '@accord/ui/controls/icon-button'
import { Tooltip } from '@accord/ui/controls/tooltip'
import { GoalMenu } from '@accord/ui/goal/goal-menu'
import { canNarrow } from '@accord/ui/whose-goal/goal-family'
import { WhoseGoalDialog } from '@accord/ui/whose-goal/whose-goal-dialog'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { supervisorsOf } from '../../../lib/people.js'
import { TakeToSupervision, useOwnSupervisors } from '../../../lib/take-to-supervision.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'
import { useDesk } from './desk-context.js'
import { moveBy, presentGoals } from './goal-order.js'
import { useGoalFamily } from './use-goal-family.js'
import { SetAsideDialog } from './set-aside-dialog.js'

/** What can be done with a goal besides agreeing to it. */
export function GoalChoices({ goal }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const { live, plan, caseId, people } = useRoom()
  const { open } = useDesk()
  const ui = useUiMessages()
  const family = useGoalFamily(goal)
  const [isSettingAside, setIsSettingAside] = useState(false)
  const [isAskingWhose, setIsAskingWhose] = useState(false)
  const [isTaking, setIsTaking] = useState(false)
  const supervisors = supervisorsOf(people)
  const hasSupervision = useOwnSupervisors(supervisors).length > 0
  const goals = presentGoals(plan)
  const up = moveBy(goals, goal.id, -1)
  const down = moveBy(goals, goal.id, 1)
  const name = goalName(t, plan, goal.id)
  const act = (id: string) => {
    if (id === 'up' && up) live.command(up)
    if (id === 'down' && down) live.command(down)
    if (id === 'rename') open({ goal: goal.id, field: 'name' })
    if (id === 'whose') setIsAskingWhose(true)
    if (id === 'supervision') setIsTaking(true)
    if (id === 'set-aside') setIsSettingAside(true)
  }
  return (
    <>
      <Tooltip words={t('goals.edit')}>
        <IconButton
          label={t('goals.editNamed', { goal: name })}
          size="small"
          onPress={() => open({ goal: goal.id, field: 'statement' })}
        >
          <PenIcon />
        </IconButton>
      </Tooltip>
      <GoalMenu
        name={name}
        onChoose={act}
        choices={[
          { id: 'rename', label: t('goals.rename') },
          { id: 'up', label: t('goals.moveUp'), isDisabled: up === null },
          { id: 'down', label: t('goals.moveDown'), isDisabled: down === null },
          ...(canNarrow(family) ? [{ id: 'whose', label: ui('whoseGoal.choice') }] : []),
          ...(hasSupervision ? [{ id: 'supervision', label: t('take.choice') }] : []),
          { id: 'set-aside', label: t('goals.setAside.choice') },
        ]}
      />
      {isAskingWhose && <WhoseGoalDialog family={family} onClose={() => setIsAskingWhose(false)} />}
      {isTaking && (
        <TakeToSupervision
          about={{ kind: 'goal', caseId, goal: goal.id }}
          supervisors={supervisors}
          what={name}
          onClose={() => setIsTaking(false)}
        />
      )}
      {isSettingAside && (
        <SetAsideDialog
          name={name}
          onClose={() => setIsSettingAside(false)}
          onSetAside={(reason) => {
            setIsSettingAside(false)
            open(null)
            live.command({ name: 'goal.setAside', goal: goal.id, reason })
          }}
        />
      )}
    </>
  )
}
