import { useParams } from 'react-router'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { PageTitle } from '../../../lib/page-title.js'
import { paths } from '../../../lib/paths.js'
import { firstName } from '../../../lib/people.js'
import { troubleSentence } from '../../../lib/request-trouble.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { useComforts, type Comfort } from '../use-comforts.js'
import { ComfortForm } from './comfort-form.js'
import { ComfortRows } from './comfort-rows.js'
import { ComfortStanding } from './comfort-standing.js'

/** How somebody likes things, in their own words: the address names whose, where there are several. */
export function ComfortPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const self = useSelf()
  const { caseId, client } = useParams()
  const { comforts, error, retry } = useComforts()
  const named = comforts?.find((one) => one.caseId === caseId && one.profile.client === client)
  const comfort = comforts?.length === 1 && caseId === undefined ? comforts[0] : named
  const whose = comfort && comfort.profile.client !== self.person.id ? firstName(comfort.profile.name) : null
  const title = whose === null ? t('comfort.title') : t('comfort.titleOf', { name: whose })
  if (comfort !== undefined) return <Found key={comfort.profile.client} comfort={comfort} title={title} />
  return (
    <PortalShell title={title} back={{ href: paths.you, label: t('comfort.back') }}>
      <PageTitle name={title} />
      {comforts === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {comforts === undefined && error !== null && (
        <ErrorState title={t('comfort.failed')} sentence={troubleSentence(t, error)} onRetry={retry} />
      )}
      {comforts !== undefined && caseId === undefined && comforts.length > 1 && <ComfortRows />}
      {comforts !== undefined && (caseId !== undefined || comforts.length === 0) && (
        <EmptyState title={t('goals.noCase')} sentence={t('comfort.noCase')} />
      )}
    </PortalShell>
  )
}

function Found({ comfort, title }: { readonly comfort: Comfort; readonly title: string }) {
  const { person } = useSelf()
  const mayWrite = comfort.profile.writers.some((writer) => writer.person === person.id)
  return mayWrite ? (
    <ComfortForm comfort={comfort} title={title} />
  ) : (
    <ComfortStanding comfort={comfort} title={title} />
  )
}
