import { useQuery } from '@tanstack/react-query'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { numbersQuery } from '../../../lib/safety/safety.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { DeskFrame } from '../desk-frame.js'
import { NumbersForm } from './numbers-form.js'

/** Whom the clinic's people ring when it can't wait: on every screen of the portal, with and without a network. (SA10) */
export function NumbersPage() {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { data: page, error, refetch } = useQuery(numbersQuery)
  return (
    <DeskFrame tab="numbers" title={t('numbers.title')}>
      <div className="ac-page web-numbers">
        <h1 className="ac-heading">{t('numbers.title')}</h1>
        <p className="ac-muted">{t('numbers.lead')}</p>
        {page !== undefined && (
          <>
            {page.changed === null ? (
              <p className="ac-note">{t('numbers.unread')}</p>
            ) : (
              <p className="ac-muted ac-small">
                {t('numbers.changed', {
                  name: page.changed.name,
                  when: format.moment(new Date(page.changed.at), now),
                })}
              </p>
            )}
            <NumbersForm key={page.version} page={page} />
          </>
        )}
        {page === undefined && error === null && <GoalSkeleton sentence={t('numbers.loading')} />}
        {page === undefined && error !== null && (
          <FailedPage error={error} what={t('numbers.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}
