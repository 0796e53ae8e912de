import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { MeasuresStrip } from '../measures/measures-strip.js'
import { allianceQuery } from '../../../lib/alliance.js'
import { AllianceRoom } from './alliance-room.js'

/** How working together feels to each client of a case, against themselves only. (AL1) */
export function AllianceTab({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const { data: page, error, refetch } = useQuery(allianceQuery(summary.caseId))
  const [chosen, setChosen] = useState<string | null>(null)
  if (page === undefined) {
    return (
      <div className="ac-page">
        {error === null ? (
          <GoalSkeleton sentence={t('alliance.loading')} />
        ) : (
          <FailedPage error={error} what={t('alliance.what')} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  const of = page.clients.find(({ client }) => client === chosen) ?? page.clients[0]
  const choices = page.clients.map(({ client, name }) => ({ id: client, label: givenName(name) }))
  if (of === undefined || of.sessions.length === 0) {
    return (
      <div className="ac-page">
        <MeasuresStrip summary={summary} />
        <EmptyState title={t('alliance.empty')} sentence={t('alliance.emptyNext')} />
      </div>
    )
  }
  return (
    <AllianceRoom key={of.client} page={page} of={of} summary={summary}>
      <MeasuresStrip summary={summary} />
      {choices.length > 1 && (
        <ToggleGroup label={t('alliance.whose')} choices={choices} chosen={of.client} onChoose={setChosen} />
      )}
    </AllianceRoom>
  )
}
