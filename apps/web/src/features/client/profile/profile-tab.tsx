import { useQuery } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { ConsentAside } from '../consent/consent-aside.js'
import { DisclosuresAside } from '../consent/disclosures-aside.js'
import { BarriersSection } from '../barriers/barriers-section.js'
import { AddedSection } from '../added/added-section.js'
import { comfortQuery } from '../api/comfort.js'
import { ComfortWords } from './comfort-words.js'
import { DeathsAside } from './deaths-aside.js'
import { PeopleWithAccess } from './people-with-access.js'
import { PhasesAside } from './phases-aside.js'

/** Who this client is to the room: their own words, what gets in the way, the phases of the work, and who reads what. */
export function ProfileTab({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const { data: answer, error, refetch } = useQuery(comfortQuery(summary.caseId))
  if (answer === undefined) {
    return (
      <div className="ac-page">
        {error === null ? (
          <GoalSkeleton sentence={t('profile.loading')} />
        ) : (
          <FailedPage error={error} what={t('profile.what')} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  const side = (
    <>
      <PhasesAside summary={summary} />
      <PeopleWithAccess people={answer.people} />
      <ConsentAside summary={summary} />
      <DisclosuresAside summary={summary} />
      {summary.relation === 'practitioner' && summary.closedAt === null && <DeathsAside summary={summary} />}
    </>
  )
  return (
    <ConsoleColumns sideLabel={t('profile.side')} side={side}>
      {answer.profiles.map((profile) => (
        <ComfortWords key={profile.client} profile={profile} />
      ))}
      {answer.profiles.length === 0 && <p className="ac-muted">{t('profile.nobody')}</p>}
      <BarriersSection summary={summary} />
      <AddedSection summary={summary} />
    </ConsoleColumns>
  )
}
