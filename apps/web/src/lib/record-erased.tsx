import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { ErrorState } from '@accord/ui/states/error-state'
import { useWebMessages } from './use-web-messages.js'

/** Instead of a case that was erased, for whoever had a part in it. (ER5) */
export function RecordErased() {
  const t = useWebMessages()
  return (
    <ErrorState
      icon={<LockIcon size={30} />}
      title={t('client.erased.title')}
      sentence={t('client.erased.sentence')}
      actions={<ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>}
    />
  )
}
