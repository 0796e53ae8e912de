import './emergency.css'
import { useQuery } from '@tanstack/react-query'
import type { EmergencyLine } from '@accord/domain/rest/emergency'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import type { ReactNode } from 'react'
import { FailedPage } from '../failed-page.js'
import { useNow } from '../use-now.js'
import { useWebMessages } from '../use-web-messages.js'
import { emergencyQuery } from './emergency.js'
import { dueWords, isOverdue, openingTitle, partsWords } from './emergency-words.js'

interface EmergencyListProps {
  /** What can be done about one, under it. */
  readonly act?: (line: EmergencyLine) => ReactNode
}

/** Every opening that the reader is told of: those to be reviewed first, then the latest. (EM9) */
export function EmergencyList({ act }: EmergencyListProps) {
  const t = useWebMessages()
  const { data: news, error, refetch } = useQuery(emergencyQuery)
  if (news === undefined && error !== null) {
    return <FailedPage error={error} what={t('emergency.what')} onRetry={() => void refetch()} />
  }
  if (news === undefined) return <GoalSkeleton sentence={t('emergency.loading')} />
  if (news.openings.length === 0) return <p className="ac-muted">{t('emergency.none')}</p>
  const lines = [...news.openings].sort((a, b) => Number(b.mayReview) - Number(a.mayReview) || b.at - a.at)
  return (
    <ul className="web-openings">
      {lines.map((line) => (
        <li key={line.access} id={line.access} className="web-opening">
          <Opening line={line} />
          {act?.(line)}
        </li>
      ))}
    </ul>
  )
}

function Opening({ line }: { readonly line: EmergencyLine }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { at, until, isStanding, why, review } = line
  const [start, end] = [new Date(at), new Date(until)]
  return (
    <>
      <div className="web-opening-head">
        <h2 className="ac-subheading">{openingTitle(t, line)}</h2>
        {isStanding && <Chip tone="danger">{t('emergency.standing')}</Chip>}
        {!isStanding && isOverdue(line, now) && <Chip tone="danger">{t('emergency.late')}</Chip>}
      </div>
      <p className="ac-muted ac-small">
        {t('emergency.times', {
          start: format.moment(start, now),
          end: format.time(end),
          parts: why === null ? '' : partsWords(t, format, why.parts),
          hasParts: why === null ? 'other' : 'yes',
        })}
      </p>
      {why !== null && (
        <p className="web-opening-words" dir="auto">
          <b>{t(`emergency.code.${why.code}`)}</b> “{why.reason}”
        </p>
      )}
      <p className="ac-small">
        {review === null
          ? dueWords(t, format, line, now)
          : t('emergency.reviewed', {
              name: review.name,
              when: format.moment(new Date(review.at), now),
              isInOrder: review.outcome === 'in-order' ? 'yes' : 'other',
            })}
      </p>
      {review !== null && review.words !== null && (
        <p className="web-opening-words" dir="auto">
          “{review.words}”
        </p>
      )}
    </>
  )
}
