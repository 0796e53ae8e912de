import type { DraftSummary } from '@accord/domain/rest/own-log'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'

interface DraftCardProps {
  readonly draft: DraftSummary
  readonly onOpen: () => void
}

/** A draft that lies there, with the way into it. */
export function DraftCard({ draft, onOpen }: DraftCardProps) {
  const t = useWebMessages()
  const format = useFormat()
  const { now } = useRoom()
  const { statement, startedAt } = draft
  const name = draft.name === '' ? t('drafts.unnamed') : draft.name
  return (
    <li className="web-draft">
      <LockIcon size={18} />
      <div className="ac-grow">
        <h4 className="ac-goal-name" dir="auto">
          {name}
        </h4>
        <p className="web-draft-words" dir="auto">
          {statement.text === '' ? t('goals.noWords') : statement.text}
        </p>
        <p className="ac-muted ac-small">
          {t('drafts.since', { day: format.day(new Date(startedAt), now) })}
        </p>
      </div>
      <Button size="small" aria-label={t('drafts.openNamed', { draft: name })} onPress={onOpen}>
        {t('drafts.open')}
      </Button>
    </li>
  )
}
