import { useQuery } from '@tanstack/react-query'
import type { CaseSummary, RestrictedCaseLine } from '@accord/domain/rest/case'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { ErrorState } from '@accord/ui/states/error-state'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { casesQuery } from '../../lib/cases.js'
import { FailedPage } from '../../lib/failed-page.js'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice, voiceOf } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { RestrictedCases } from './restricted-cases.js'
import { Caseload } from './caseload.js'

/** Everybody one works with, and for a supervisor everybody one reads along with. */
export function ClientsPage() {
  const t = useWebMessages()
  const self = useSelf()
  const { data: list, error, refetch } = useQuery(casesQuery)
  usePageTitle(t('clients.title'))
  useVoice(voiceOf(self))
  return (
    <Frame crumbs={[{ label: self.clinic.name }]}>
      {error !== null && list === undefined ? (
        <ConsolePage title={t('clients.title')}>
          <FailedPage error={error} what={t('clients.what')} onRetry={() => void refetch()} />
        </ConsolePage>
      ) : (
        <Clients cases={list?.cases} restricted={list?.restricted ?? []} />
      )}
    </Frame>
  )
}

interface ClientsProps {
  readonly cases: readonly CaseSummary[] | undefined
  readonly restricted: readonly RestrictedCaseLine[]
}

function Clients({ cases, restricted }: ClientsProps) {
  const t = useWebMessages()
  const { roles } = useSelf()
  if (cases === undefined) {
    return (
      <ConsolePage title={t('clients.title')}>
        <GoalSkeleton sentence={t('clients.loading')} />
      </ConsolePage>
    )
  }
  if (cases.length === 0 && restricted.length === 0) return <NoCases />
  const supervised = cases.filter(({ relation }) => relation === 'supervisor')
  const own = cases.filter(({ relation }) => relation !== 'supervisor')
  const lead = t('clients.lead', { count: own.length })
  if (supervised.length === 0) {
    return (
      <ConsolePage title={t('clients.heading')} lead={lead}>
        <Caseload caption={t('clients.heading')} cases={own} withPractitioner={false} />
        <RestrictedCases restricted={restricted} />
      </ConsolePage>
    )
  }
  const isBoth = own.length > 0 || roles.includes('practitioner')
  const title = t(isBoth ? 'clients.heading' : 'clients.supervised')
  return (
    <ConsolePage title={title} lead={t(isBoth ? 'caseload.bothLead' : 'clients.supervisedLead')}>
      <Caseload caption={title} cases={cases} withPractitioner />
      <RestrictedCases restricted={restricted} />
    </ConsolePage>
  )
}

/** Nobody yet; and for whoever administers only, why there never will be. (AC3) */
function NoCases() {
  const t = useWebMessages()
  const { roles } = useSelf()
  const isDesk = !roles.includes('practitioner') && !roles.includes('supervisor')
  if (isDesk) {
    return (
      <ConsolePage title={t('clients.desk.heading')}>
        <ErrorState
          icon={<LockIcon size={30} />}
          title={t('clients.desk.title')}
          sentence={t('clients.desk.sentence')}
        />
      </ConsolePage>
    )
  }
  return (
    <ConsolePage title={t('clients.heading')}>
      <EmptyState title={t('clients.empty.title')} sentence={t('clients.empty.sentence')} />
    </ConsolePage>
  )
}
