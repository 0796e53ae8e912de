import { useState } from 'react'
import type { Moment } from '@accord/domain/history/moments'
import type { CaseId, GoalId } from '@accord/domain/ids'
import { IconButton } from '@accord/ui/controls/icon-button'
import { Menu } from '@accord/ui/controls/menu'
import { MoreIcon } from '@accord/ui/icons/more-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { goalOfMoment, momentSentence, type Told } from '@accord/ui/moments/moment-sentence'
import { supervisorsOf } from '../../../lib/people.js'
import { TakeToSupervision, useOwnSupervisors } from '../../../lib/take-to-supervision.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface TakeMomentProps {
  readonly caseId: CaseId
  readonly moment: Moment
  readonly told: Told
}

/** For its practitioner, the way to take a moment of history to their next supervision. (SQ7) */
export function TakeMoment({ caseId, moment, told }: TakeMomentProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const supervisors = supervisorsOf(told.people)
  const hasSupervision = useOwnSupervisors(supervisors).length > 0
  const [isTaking, setIsTaking] = useState(false)
  if (!hasSupervision) return null
  const what = momentSentence(ui, moment, told)
  const label = t('take.more', { what })
  const seq = moment.kind === 'writing' ? moment.lastSeq : moment.entry.seq
  const goal = goalOfMoment(moment) as GoalId | null
  return (
    <>
      <Menu
        label={label}
        trigger={
          <IconButton label={label} size="small">
            <MoreIcon />
          </IconButton>
        }
        choices={[{ id: 'take', label: t('take.choice') }]}
        onChoose={() => setIsTaking(true)}
      />
      {isTaking && (
        <TakeToSupervision
          about={{ kind: 'moment', caseId, seq, goal }}
          supervisors={supervisors}
          what={what}
          onClose={() => setIsTaking(false)}
        />
      )}
    </>
  )
}
