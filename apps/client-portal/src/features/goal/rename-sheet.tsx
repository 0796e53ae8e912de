import { useMemo } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { voicesOf } from './goal-people.js'
import type { OpenPlan } from './open-plan.js'

interface RenameSheetProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly onClose: () => void
}

/** The goal's short name, live like all its words: what is typed here is there for everybody at once. */
export function RenameSheet({ open, goal, onClose }: RenameSheetProps) {
  const t = usePortalMessages()
  const { live, view } = open
  const voices = useMemo(() => voicesOf(view.people), [view.people])
  return (
    <Sheet title={t('goal.rename')} isOpen onClose={onClose}>
      <p className="ac-muted">{t('goal.renameNote')}</p>
      <div className="pt-name-box">
        <GoalEditor
          live={live}
          place={{ goal: goal.id, field: 'name' }}
          voices={voices}
          label={t('goal.name')}
          placeholder={t('goal.nameHint')}
          ownFlag="none"
          isPlain
          isFocused
          onLeave={onClose}
        />
      </div>
      <Button kind="primary" size="large" block onPress={onClose}>
        {t('goal.done')}
      </Button>
    </Sheet>
  )
}
