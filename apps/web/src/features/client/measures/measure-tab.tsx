import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { CaseSummary } from '@accord/domain/rest/case'
import { ButtonLink } from '@accord/ui/controls/link'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { measuresQuery } from '../api/measures.js'
import { MeasureRoom } from './measure-room.js'

/** One instrument over time, for one client. (ME7) */
export function MeasureTab({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const { instrument = '' } = useParams()
  const { data: page, error, refetch } = useQuery(measuresQuery(summary.caseId))
  const [chosen, setChosen] = useState<string | null>(null)
  const found = (page?.clients ?? []).flatMap((of) => {
    const series = of.series.filter((one) => one.instrument === instrument).at(-1)
    return series ? [{ of, series }] : []
  })
  const shown = found.find(({ of }) => of.client === chosen) ?? found[0]
  if (page !== undefined && shown !== undefined) {
    const choices = found.map(({ of }) => ({ id: of.client, label: givenName(of.name) }))
    return (
      <MeasureRoom key={shown.of.client} page={page} of={shown.of} series={shown.series}>
        {choices.length > 1 && (
          <ToggleGroup
            label={t('measures.whose')}
            choices={choices}
            chosen={shown.of.client}
            onChoose={setChosen}
          />
        )}
      </MeasureRoom>
    )
  }
  return (
    <div className="ac-page">
      {page !== undefined && (
        <EmptyState
          title={t('measures.absent')}
          sentence={t('measures.absentNext')}
          actions={<ButtonLink href={`/clients/${summary.caseId}/alliance`}>{t('measures.back')}</ButtonLink>}
        />
      )}
      {page === undefined && error === null && <GoalSkeleton sentence={t('measures.loading')} />}
      {page === undefined && error !== null && (
        <FailedPage error={error} what={t('measures.what')} onRetry={() => void refetch()} />
      )}
    </div>
  )
}
