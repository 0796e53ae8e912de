import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ErrorState } from '@accord/ui/states/error-state'
import { casesQuery } from './cases.js'
import { useNow } from './use-now.js'
import { useWebMessages } from './use-web-messages.js'

interface RecordRestrictedProps {
  /** Absent where a page knows only a part of the case: then it is one of those that are restricted. */
  readonly caseId?: string
}

/** Instead of a record that is kept and that nobody of the practice works with: at whose wish, and since when. (DR30, DR34) */
export function RecordRestricted({ caseId }: RecordRestrictedProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  // It may have been restricted since the list was read.
  const { data: list } = useQuery({ ...casesQuery, refetchOnMount: 'always' })
  const lines = list?.restricted ?? []
  const line = caseId === undefined ? onlyOf(lines) : lines.find((one) => one.caseId === caseId)
  return (
    <ErrorState
      icon={<LockIcon size={30} />}
      title={
        line === undefined
          ? t('restricted.one')
          : t('restricted.since', {
              name: format.list(line.clients),
              day: format.day(new Date(line.since), now),
            })
      }
      sentence={t('restricted.lead')}
      actions={<ButtonLink href="/clients">{t('notFound.back')}</ButtonLink>}
    />
  )
}

function onlyOf<Line>(lines: readonly Line[]): Line | undefined {
  return lines.length === 1 ? lines[0] : undefined
}
