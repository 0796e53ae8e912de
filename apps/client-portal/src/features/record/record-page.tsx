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
import { AskPractice } from './ask-practice.js'
import { practitionersOf } from './case-names.js'
import { ItemsLink } from './items-link.js'
import { LooksOfCase } from './looks-of-case.js'
import { SaidYes } from './said-yes.js'
import { TakeEverything } from './take-everything.js'
import { TakeHistory } from './take-history.js'
import { TakeAccounting } from './take-accounting.js'
import { ToldOutside } from './told-outside.js'

/** What the record is to the person whose it is: who looked, what they permitted, taking it along, asking for more. (AC10, TO1, DR10) */
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
        </section>
      ))}
      {list !== undefined && (
        <>
          <h2 className="ac-portal-section">{t('addenda.title')}</h2>
          <ItemsLink />
          <TakeWithYou cases={cases} />
          <AskPractice cases={cases} />
        </>
      )}
    </PortalShell>
  )
}

/** Everything in one file, and of each case the history that others can check. (TO1, HI18) */
function TakeWithYou({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const t = usePortalMessages()
  return (
    <section aria-labelledby="take-with-you">
      <h2 className="ac-portal-section" id="take-with-you">
        {t('take.title')}
      </h2>
      <ul className="pt-rows">
        <li>
          <TakeEverything />
        </li>
        {cases.map((one) => (
          <li key={one.caseId}>
            {cases.length > 1 && <Whom of={one} />}
            <TakeHistory plan={one.plan} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which of several cases it is about. */
function Whom({ of }: { readonly of: CaseSummary }) {
  const t = usePortalMessages()
  const format = useFormat()
  return (
    <p className="ac-muted ac-small pt-row-whom">
      {t('record.case', { names: format.list(practitionersOf(of)) })}
    </p>
  )
}
