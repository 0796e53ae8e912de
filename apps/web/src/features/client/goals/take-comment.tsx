import { useState } from 'react'
import type { GoalComment } from '@accord/domain/goal/conversation'
import type { Goal } from '@accord/domain/goal/goal'
import { Button } from '@accord/ui/controls/button'
import { supervisorsOf } from '../../../lib/people.js'
import { TakeToSupervision, useOwnSupervisors } from '../../../lib/take-to-supervision.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'

interface TakeCommentProps {
  readonly goal: Goal
  readonly comment: GoalComment
}

/** For its practitioner, the way to take something that was said to their next supervision. (SQ7) */
export function TakeComment({ goal, comment }: TakeCommentProps) {
  const t = useWebMessages()
  const { caseId, people } = useRoom()
  const supervisors = supervisorsOf(people)
  const hasSupervision = useOwnSupervisors(supervisors).length > 0
  const [isTaking, setIsTaking] = useState(false)
  if (!hasSupervision) return null
  return (
    <div className="ac-row">
      <Button
        kind="quiet"
        size="small"
        aria-label={t('take.of', { what: comment.text })}
        onPress={() => setIsTaking(true)}
      >
        {t('take.choice')}
      </Button>
      {isTaking && (
        <TakeToSupervision
          about={{ kind: 'comment', caseId, goal: goal.id, comment: comment.id }}
          supervisors={supervisors}
          what={comment.text}
          onClose={() => setIsTaking(false)}
        />
      )}
    </div>
  )
}
