import { useState } from 'react'
import type { Tombstone } from '@accord/domain/refusal'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ErrorState } from '@accord/ui/states/error-state'
import { paths } from './paths.js'
import { usePortalMessages } from './use-portal-messages.js'

interface RecordErasedProps {
  readonly erased: Tombstone | null
  /** A page had it open, and shows below what was not sent. */
  readonly wasOpen?: boolean
}

/** Instead of what was kept of somebody, once it is erased: when that was, and by which rule. (ER5) */
export function RecordErased({ erased, wasOpen = false }: RecordErasedProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const [now] = useState(() => new Date())
  const parts = [
    erased && t('erased.on', { day: format.day(new Date(erased.at), now) }),
    t(wasOpen ? 'plan.endedSafe.erased' : 'erased.gone'),
    erased?.rule && t('erased.rule', { source: erased.rule.source }),
  ]
  return (
    <ErrorState
      icon={<LockIcon size={30} />}
      title={t('plan.ended.erased')}
      sentence={parts.filter((part) => part !== null && part !== undefined).join(' ')}
      actions={
        <ButtonLink kind="primary" href={paths.home}>
          {t('rooms.home')}
        </ButtonLink>
      }
    />
  )
}
