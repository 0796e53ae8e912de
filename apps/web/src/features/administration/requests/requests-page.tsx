import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { isWaiting } from '@accord/domain/privacy/request'
import type { DeskRequest, RequestDesk } from '@accord/domain/rest/requests'
import { ButtonLink } from '@accord/ui/controls/link'
import { ClockIcon } from '@accord/ui/icons/clock-icon'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { requestsQuery } from '../api/requests.js'
import { DeskEmpty } from '../desk-empty.js'
import { DeskFrame } from '../desk-frame.js'
import { RequestList } from './request-list.js'
import { RequestPane } from './request-pane.js'

/** What people asked about their records, each with its clock. (DR14) */
export function RequestsPage() {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(requestsQuery)
  return (
    <DeskFrame tab="requests" title={t('requests.title')}>
      {data === undefined ? (
        <div className="ac-page">
          {error === null ? (
            <GoalSkeleton sentence={t('requests.loading')} />
          ) : (
            <FailedPage error={error} what={t('requests.what')} onRetry={() => void refetch()} />
          )}
        </div>
      ) : (
        <Requests desk={data} />
      )}
    </DeskFrame>
  )
}

function Requests({ desk }: { readonly desk: RequestDesk }) {
  const t = useWebMessages()
  const [search, setSearch] = useSearchParams()
  const chosen = desk.requests.find(({ request }) => request === search.get('request')) ?? desk.requests[0]
  const waiting = desk.requests.filter(({ state }) => isWaiting(state))
  const choose = ({ request }: DeskRequest) => setSearch({ request }, { replace: true })
  return (
    <div className="web-requests">
      <div className="web-requests-list">
        <h1 className="ac-title">{t('requests.title')}</h1>
        <p className="ac-muted ac-small">{t('requests.lead', { count: waiting.length })}</p>
        <RequestList
          name={t('requests.waiting')}
          requests={waiting}
          chosen={chosen}
          at={desk.at}
          onChoose={choose}
        />
        <RequestList
          name={t('requests.settled')}
          requests={desk.requests.filter(({ state }) => !isWaiting(state))}
          chosen={chosen}
          at={desk.at}
          onChoose={choose}
        />
      </div>
      {chosen === undefined ? (
        <div className="web-requests-pane">
          <DeskEmpty
            icon={<ClockIcon size={34} />}
            title={t('requests.none')}
            sentence={t('requests.noneHint')}
            actions={<ButtonLink href="/administration/retention">{t('requests.rules')}</ButtonLink>}
          />
        </div>
      ) : (
        <RequestPane key={chosen.request} request={chosen} at={desk.at} />
      )}
    </div>
  )
}
