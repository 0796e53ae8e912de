import { useQuery } from '@tanstack/react-query'
import { DEFAULT_POLICY } from '@accord/domain/supervision/policy'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { policyQuery } from '../api/policy.js'
import { DeskFrame } from '../desk-frame.js'
import { PolicyForm } from './policy-form.js'
import { PolicyVersions } from './policy-versions.js'

/** From when on a case asks for its supervisor, and which rules about hours the clinic answers to. (SQ20) */
export function PolicyPage() {
  const t = useWebMessages()
  const { data: page, error, refetch } = useQuery(policyQuery)
  const present = page?.versions[0]
  return (
    <DeskFrame tab="supervision" title={t('policy.title')}>
      <div className="ac-page web-policy">
        <h1 className="ac-heading">{t('policy.title')}</h1>
        <p className="ac-muted">{t('policy.lead')}</p>
        {page !== undefined && (
          <>
            <PolicyForm
              key={present?.version ?? 0}
              version={present?.version ?? 0}
              policy={present ?? DEFAULT_POLICY}
            />
            <PolicyVersions versions={page.versions} />
          </>
        )}
        {page === undefined && error === null && <GoalSkeleton sentence={t('policy.loading')} />}
        {page === undefined && error !== null && (
          <FailedPage error={error} what={t('policy.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}
