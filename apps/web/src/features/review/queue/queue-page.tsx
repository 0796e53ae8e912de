import { useQuery } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { casesQuery } from '../../../lib/cases.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { Frame } from '../../../lib/frame.js'
import { clientsOf, practitionersOf } from '../../../lib/people.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { useVoice } from '../../../lib/use-voice.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** The cases that somebody supervises; each leads to how its goals came to be. (AC3) */
export function QueuePage() {
  const t = useWebMessages()
  const { data: list, error, refetch } = useQuery(casesQuery)
  usePageTitle(t('rooms.reviews'))
  useVoice('supervisor')
  const cases = list?.cases.filter(({ relation }) => relation === 'supervisor') ?? []
  return (
    <Frame crumbs={[{ label: t('rooms.reviews') }]}>
      <ConsolePage title={t('rooms.reviews')} lead={t('review.lead')}>
        {list === undefined && error === null && <GoalSkeleton sentence={t('review.loading')} />}
        {list === undefined && error !== null && (
          <FailedPage error={error} what={t('review.what')} onRetry={() => void refetch()} />
        )}
        {list !== undefined && cases.length === 0 && (
          <EmptyState title={t('review.empty.title')} sentence={t('review.empty.sentence')} />
        )}
        <ul className="web-review-cases">
          {cases.map((one) => (
            <CaseLine key={one.caseId} summary={one} />
          ))}
        </ul>
      </ConsolePage>
    </Frame>
  )
}

function CaseLine({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const format = useFormat()
  const names = (people: CaseSummary['people']) => format.list(people.map(({ name }) => name))
  return (
    <li>
      <Link href={`/reviews/${summary.caseId}`}>{names(clientsOf(summary.people))}</Link>
      <span className="ac-muted ac-small">
        {t('client.work', {
          work: t('discipline', { discipline: summary.discipline }),
          names: names(practitionersOf(summary.people)),
        })}
      </span>
    </li>
  )
}
