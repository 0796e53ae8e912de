import { useEffect } from 'react'
import type { Tombstone } from '@accord/domain/refusal'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import type { Ending } from '@accord/ui/live-plan/live-plan'
import { ErrorState } from '@accord/ui/states/error-state'
import { RecordErased } from '../../../lib/record-erased.js'
import { RecordRestricted } from '../../../lib/record-restricted.js'
import { useNoteSelf } from '../../../lib/self.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface PlanEndedProps {
  readonly ending: Ending
  readonly name: string
  /** With `erased`: when, and by which rule. (ER5) */
  readonly erased?: Tombstone | null
}

/** The plan was closed: why, and what is safe. Who was signed out signs in again and comes back here. */
export function PlanEnded({ ending, name, erased = null }: PlanEndedProps) {
  const t = useWebMessages()
  const noteSelf = useNoteSelf()
  useEffect(() => {
    if (ending === 'signed-out') noteSelf(null)
  })
  const back = <ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>
  switch (ending) {
    case 'signed-out':
      return null
    case 'not-found':
    case 'access-ended':
      return (
        <ErrorState
          icon={<LockIcon size={30} />}
          title={t('ended.access.title', { name })}
          sentence={t('ended.access.sentence')}
          actions={back}
        />
      )
    case 'restricted':
      return <RecordRestricted />
    case 'erased':
      return <RecordErased erased={erased} wasOpenAs={name} />
    case 'plan-unreadable':
      return (
        <ErrorState
          title={t('ended.unreadable.title', { name })}
          sentence={t('ended.unreadable.sentence')}
          actions={back}
        />
      )
  }
}
