import { useQuery } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { casesQuery } from '../../lib/cases.js'
import { HowLink } from '../../lib/how-link.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { LooksOfCase } from './looks-of-case.js'
import { SaidYes } from './said-yes.js'
import { TakeHistory } from './take-history.js'
import { TakeAccounting } from './take-accounting.js'
import { ToldOutside } from './told-outside.js'

/** What the record is to the person whose it is: who has looked, and why. (AC10, AC11) */
export function RecordPage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { data: list, error, refetch } = useQuery(casesQuery)
  const cases = list?.cases ?? []
  return (
    <PortalShell title={t('record.title')} back={{ href: paths.home, label: t('rooms.home') }}>
      <PageTitle name={t('record.title')} />
      <p className="ac-muted">{t('record.lead')}</p>
      {list === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {list === undefined && error !== null && (
        <ErrorState
          title={t('record.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      {cases.map((one) => (
        <section key={one.caseId} aria-labelledby={`looks-${one.caseId}`}>
          <h2 className="ac-portal-section" id={`looks-${one.caseId}`}>
            {t('record.looks')}
          </h2>
          {cases.length > 1 && <Whom of={one} />}
          <LooksOfCase of={one} />
          <HowLink href={paths.howAll(one.plan)} />
          <h2 className="ac-portal-section">{t('consent.said')}</h2>
          <SaidYes caseId={one.caseId} />
          <h2 className="ac-portal-section">{t('told.title')}</h2>
          <ToldOutside caseId={one.caseId} />
          <TakeAccounting caseId={one.caseId} />
          <h2 className="ac-portal-section">{t('take.title')}</h2>
          <TakeHistory plan={one.plan} />
        </section>
      ))}
    </PortalShell>
  )
}

/** Which of several cases it is about. */
function Whom({ of: { people } }: { readonly of: CaseSummary }) {
  const t = usePortalMessages()
  const format = useFormat()
  const names = people.flatMap(({ relation, name }) => (relation === 'practitioner' ? [name] : []))
  return <p className="ac-muted ac-small">{t('record.case', { names: format.list(names) })}</p>
}
