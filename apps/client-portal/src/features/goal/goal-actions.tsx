import { useState } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import { GoalMenu } from '@accord/ui/goal/goal-menu'
import { ArchiveIcon } from '@accord/ui/icons/archive-icon'
import { PeopleIcon } from '@accord/ui/icons/people-icon'
import { canNarrow } from '@accord/ui/whose-goal/goal-family'
import { WhoseGoalDialog } from '@accord/ui/whose-goal/whose-goal-dialog'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import type { OpenPlan } from './open-plan.js'
import { goalFamilyOf } from './goal-people.js'
import { RenameSheet } from './rename-sheet.js'
import { SetAsideSheet } from './set-aside-sheet.js'

interface GoalActionsProps {
  readonly open: OpenPlan
  readonly goal: Goal
}

/** What else one can do with a goal, behind the header's menu. */
export function GoalActions({ open, goal }: GoalActionsProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const [doing, setDoing] = useState<'rename' | 'set-aside' | 'whose' | null>(null)
  const { live } = open
  const family = goalFamilyOf(open, goal)
  const isSetAside = goal.lifecycle === 'on-hold'
  const choices = isSetAside
    ? [{ id: 'take-up', label: t('goal.takeUp'), icon: <ArchiveIcon size={20} /> }]
    : [
        { id: 'rename', label: t('goal.rename'), icon: <PenIcon size={20} /> },
        ...(canNarrow(family)
          ? [{ id: 'whose', label: ui('whoseGoal.choice'), icon: <PeopleIcon size={20} /> }]
          : []),
        { id: 'set-aside', label: t('goal.setAside'), icon: <ArchiveIcon size={20} /> },
      ]
  const choose = (id: string) => {
    if (id === 'take-up') live.command({ name: 'goal.takeUp', goal: goal.id })
    else if (id === 'rename' || id === 'set-aside' || id === 'whose') setDoing(id)
  }
  const close = () => setDoing(null)
  return (
    <>
      <GoalMenu
        name={goal.name.text === '' ? ui('goal.unnamed') : goal.name.text}
        choices={choices}
        onChoose={choose}
      />
      {doing === 'rename' && <RenameSheet open={open} goal={goal} onClose={close} />}
      {doing === 'whose' && <WhoseGoalDialog family={family} onClose={close} />}
      {doing === 'set-aside' && (
        <SetAsideSheet
          onClose={close}
          onSetAside={(reason) => {
            live.command({ name: 'goal.setAside', goal: goal.id, reason })
            close()
          }}
        />
      )}
    </>
  )
}
