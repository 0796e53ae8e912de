import { useEffect } from 'react'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import type { Ending } from '@accord/ui/live-plan/live-plan'
import { ErrorState } from '@accord/ui/states/error-state'
import { RecordRestricted } from '../../../lib/record-restricted.js'
import { useNoteSelf } from '../../../lib/self.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** The plan was closed: why, and what is safe. Who was signed out signs in again and comes back here. */
export function PlanEnded({ ending, name }: { readonly ending: Ending; readonly name: string }) {
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
      return (
        <ErrorState
          icon={<LockIcon size={30} />}
          title={t('ended.erased.title', { name })}
          sentence={t('ended.erased.sentence')}
          actions={back}
        />
      )
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
