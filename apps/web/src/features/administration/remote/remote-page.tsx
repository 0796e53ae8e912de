import { useQuery } from '@tanstack/react-query'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { CallForm } from '../../../lib/call-form.js'
import { callQuery } from '../../../lib/call.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { DeskFrame } from '../desk-frame.js'

/** The clinic's own call for remote sessions. (SE14) */
export function RemotePage() {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(callQuery)
  return (
    <DeskFrame tab="remote" title={t('desk.remote.title')}>
      <div className="ac-page web-policy">
        <h1 className="ac-heading">{t('desk.remote.title')}</h1>
        <p className="ac-muted">{t('desk.remote.lead')}</p>
        {data !== undefined && (
          <CallForm
            key={data.clinic}
            whose="clinic"
            link={data.clinic}
            label={t('desk.remote.link')}
            hint={t('desk.remote.hint')}
          />
        )}
        {data === undefined && error === null && <GoalSkeleton sentence={t('desk.remote.loading')} />}
        {data === undefined && error !== null && (
          <FailedPage error={error} what={t('desk.remote.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}
