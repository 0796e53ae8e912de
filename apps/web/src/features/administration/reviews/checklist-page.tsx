import { useQuery } from '@tanstack/react-query'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { ChecklistForm } from '../../../lib/checklist-form.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { checklistQuery } from '../../../lib/review-checklist.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { DeskFrame } from '../desk-frame.js'

/** What the practice asks of every review; nothing of any case. (RV12) */
export function ChecklistPage() {
  const t = useWebMessages()
  const { data: checklist, error, refetch } = useQuery(checklistQuery)
  return (
    <DeskFrame tab="reviews" title={t('checklist.title')}>
      <div className="ac-page web-checklist">
        <h1 className="ac-heading">{t('checklist.title')}</h1>
        <p className="ac-muted">{t('checklist.lead')}</p>
        {checklist !== undefined && <ChecklistForm key={checklist.version} checklist={checklist} />}
        {checklist === undefined && error === null && <GoalSkeleton sentence={t('checklist.loading')} />}
        {checklist === undefined && error !== null && (
          <FailedPage error={error} what={t('checklist.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}
