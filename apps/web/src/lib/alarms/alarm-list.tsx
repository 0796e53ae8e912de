import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../failed-page.js'
import { useWebMessages } from '../use-web-messages.js'
import { AlarmCard } from './alarm-card.js'
import { alarmsQuery } from './alarms.js'

/** Every record that does not hold, as far as this person is told of it; the latest first. (HI22) */
export function AlarmList() {
  const t = useWebMessages()
  const { data: list, error, refetch } = useQuery(alarmsQuery)
  if (list === undefined && error === null) return <GoalSkeleton sentence={t('alarm.loading')} />
  if (list === undefined) {
    return <FailedPage error={error} what={t('alarm.what')} onRetry={() => void refetch()} />
  }
  if (list.alarms.length === 0) {
    return <EmptyState title={t('alarm.none.title')} sentence={t('alarm.none.sentence')} />
  }
  return (
    <ul className="web-alarms">
      {list.alarms.map((alarm) => (
        <AlarmCard key={alarm.id} alarm={alarm} />
      ))}
    </ul>
  )
}
