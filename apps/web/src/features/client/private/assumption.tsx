import { useState } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'
import { AssumptionPaper } from './assumption-paper.js'
import { TheirWords } from './their-words.js'

/** What the practitioner thinks that a client wants. Nothing of it is fetched before it is asked for. (DR2) */
export function Assumption({ goal }: { readonly goal: Goal }) {
  const t = useWebMessages()
  const { plan } = useRoom()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <div className="web-assume-way">
        <Button
          kind="quiet"
          size="small"
          icon={<LockIcon size={14} />}
          aria-label={t('assume.openNamed', { goal: goalName(t, plan, goal.id) })}
          onPress={() => setOpen(true)}
        >
          {t('assume.open')}
        </Button>
      </div>
    )
  }
  return (
    <div className="web-assume">
      <TheirWords goal={goal} />
      <AssumptionPaper goal={goal} onClose={() => setOpen(false)} />
    </div>
  )
}
