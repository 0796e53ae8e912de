import { useState } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import { putAwayReason } from '@accord/domain/rest/own-log'
import { GoalMenu } from '@accord/ui/goal/goal-menu'
import { ArchiveIcon } from '@accord/ui/icons/archive-icon'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import type { OpenPlan } from '../open-plan.js'
import { RenameSheet } from '../rename-sheet.js'
import { SetAsideSheet } from '../set-aside-sheet.js'

interface DraftActionsProps {
  readonly open: OpenPlan
  readonly goal: Goal
}

/** What else one can do with a draft: name it, or put it away until one wants it again. (DR6) */
export function DraftActions({ open, goal }: DraftActionsProps) {
  const t = usePortalMessages()
  const [doing, setDoing] = useState<'rename' | 'put-away' | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <GoalMenu
        name={goal.name.text === '' ? t('draft.unnamed') : goal.name.text}
        choices={[
          { id: 'rename', label: t('draft.menu'), icon: <PenIcon size={20} /> },
          { id: 'put-away', label: t('draft.putAway'), icon: <ArchiveIcon size={20} /> },
        ]}
        onChoose={(id) => setDoing(id === 'rename' ? 'rename' : 'put-away')}
      />
      {doing === 'rename' && <RenameSheet open={open} goal={goal} onClose={close} />}
      {doing === 'put-away' && (
        <SetAsideSheet
          of="draft"
          onClose={close}
          onSetAside={(reason) => {
            open.live.command({ name: 'goal.setAside', goal: goal.id, reason: putAwayReason(reason) })
            close()
          }}
        />
      )}
    </>
  )
}
