import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import type { Crumb } from '@accord/ui/shell/breadcrumbs'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import type { CaseSummary } from '@accord/domain/rest/case'
import { FailedPage } from '../../../lib/failed-page.js'
import { Frame } from '../../../lib/frame.js'
import { clientsOf, practitionersOf } from '../../../lib/people.js'
import { RecordErased } from '../../../lib/record-erased.js'
import { RecordRestricted } from '../../../lib/record-restricted.js'
import { isErased, isNotFound, refusalCode, tombstoneOf } from '../../../lib/request-failure.js'
import { usePageTitle } from '../../../lib/use-page-title.js'
import { useVoice } from '../../../lib/use-voice.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { reviewedCaseQuery } from '../api/case.js'
import { OpenReplay } from './open-replay.js'

/** How the goals of a case came to be, for whoever supervises it and for its practitioner. (AC3, RP2) */
export function ReplayPage() {
  const t = useWebMessages()
  const format = useFormat()
  const { caseId = '' } = useParams()
  const { data: summary, error, refetch } = useQuery(reviewedCaseQuery(caseId))
  const names = (people: CaseSummary['people']) => format.list(people.map(({ name }) => name))
  const client = summary === undefined ? t('client.unnamed') : names(clientsOf(summary.people))
  const isRestricted = refusalCode(error) === 'restricted'
  const isSupervisor = summary?.relation !== 'practitioner'
  usePageTitle(t('review.title', { name: client }))
  useVoice(isSupervisor ? 'supervisor' : 'practitioner')
  const crumbs: readonly Crumb[] = isSupervisor
    ? [
        { label: t('rooms.reviews'), href: '/reviews' },
        ...(summary === undefined
          ? []
          : [
              { label: t('review.casesOf', { name: names(practitionersOf(summary.people)) }), isPlain: true },
            ]),
        { label: client },
      ]
    : [
        { label: t('rooms.clients'), href: '/clients' },
        { label: client, href: `/clients/${caseId}/history` },
        { label: t('review.replay') },
      ]
  return (
    <Frame crumbs={crumbs}>
      {summary === undefined ? (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('review.replay')}</h1>
          {error === null && <GoalSkeleton sentence={t('review.opening')} />}
          {isRestricted && <RecordRestricted caseId={caseId} />}
          {error !== null && !isRestricted && isNotFound(error) && (
            <ErrorState
              icon={<LockIcon size={30} />}
              title={t('client.notShared.title')}
              sentence={t('client.notShared.sentence')}
              actions={<ButtonLink href="/">{t('notFound.back')}</ButtonLink>}
            />
          )}
          {error !== null && isErased(error) && <RecordErased erased={tombstoneOf(error)} />}
          {error !== null && !isNotFound(error) && !isErased(error) && (
            <FailedPage error={error} what={t('review.what')} onRetry={() => void refetch()} />
          )}
        </div>
      ) : (
        <OpenReplay summary={summary} />
      )}
    </Frame>
  )
}
