import type { Tombstone } from '@accord/domain/refusal'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ErrorState } from '@accord/ui/states/error-state'
import { useNow } from './use-now.js'
import { useWebMessages } from './use-web-messages.js'

interface RecordErasedProps {
  readonly erased: Tombstone | null
  /** Whose it was, and that words may be left that were not sent, where a page had it open. */
  readonly wasOpenAs?: string
}

/** Instead of a case that was erased, for whoever had a part in it: when that was, and by which rule. (ER5) */
export function RecordErased({ erased, wasOpenAs }: RecordErasedProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const parts = [
    erased && t('client.erased.on', { day: format.day(new Date(erased.at), now) }),
    t(wasOpenAs === undefined ? 'client.erased.sentence' : 'ended.erased.sentence'),
    erased?.rule && t('client.erased.rule', { source: erased.rule.source }),
  ]
  return (
    <ErrorState
      icon={<LockIcon size={30} />}
      title={
        wasOpenAs === undefined ? t('client.erased.title') : t('ended.erased.title', { name: wasOpenAs })
      }
      sentence={parts.filter((part) => part !== null && part !== undefined).join(' ')}
      actions={<ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>}
    />
  )
}
