import { useInfiniteQuery } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { LookRow } from '@accord/ui/looks/look-row'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { looksQuery } from '../api/looks.js'

interface LooksDialogProps {
  readonly of: CaseSummary
  readonly onClose: () => void
}

/** Who looked at a case's record, as its client sees it too. (AC10) */
export function LooksDialog({ of: { caseId, people }, onClose }: LooksDialogProps) {
  const t = useWebMessages()
  const format = useFormat()
  const names = format.list(clientsOf(people).map(({ name }) => givenName(name)))
  return (
    <Dialog title={t('looks.title')} isOpen onClose={onClose}>
      <p className="ac-muted ac-small">{t('looks.lead', { names })}</p>
      <Looks caseId={caseId} />
    </Dialog>
  )
}

function Looks({ caseId }: Pick<CaseSummary, 'caseId'>) {
  const t = useWebMessages()
  const now = useNow()
  const { person } = useSelf()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    looksQuery(caseId),
  )
  const looks = data?.pages.flatMap((page) => page.looks)
  if (looks === undefined && error !== null) {
    return <FailedPage error={error} what={t('looks.what')} onRetry={() => void refetch()} />
  }
  if (looks === undefined) return <GoalSkeleton sentence={t('looks.loading')} />
  if (looks.length === 0) return <p>{t('looks.none')}</p>
  return (
    <>
      <ul className="ac-looks">
        {looks.map((look) => (
          <LookRow key={look.look} look={look} now={now} viewer={person.id} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('looks.earlier')}
        </Button>
      )}
    </>
  )
}
