import { useLocale } from 'react-aria-components'
import { useNavigate, useSearchParams } from 'react-router'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { PersonName } from '@accord/domain/sync/wire'
import { ButtonLink } from '@accord/ui/controls/link'
import { EmptyState } from '@accord/ui/states/empty-state'
import { practitionersOf } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { addressOf, viewOfAddress } from './caseload-address.js'
import { CaseloadFilters } from './caseload-filters.js'
import { CaseloadPages } from './caseload-pages.js'
import { CaseloadTable } from './caseload-table.js'
import { pageOf, type CaseloadView } from './caseload-view.js'

interface CaseloadProps {
  readonly caption: string
  readonly cases: readonly CaseSummary[]
  /** Whether to say whose client each is, as a supervisor wants to know. */
  readonly withPractitioner: boolean
}

/** Clients as the address asks for them: filtered, in order, page by page. (FI6) */
export function Caseload({ caption, cases, withPractitioner }: CaseloadProps) {
  const t = useWebMessages()
  const navigate = useNavigate()
  const { person } = useSelf()
  const { locale } = useLocale()
  const [query] = useSearchParams()
  const view = viewOfAddress(query)
  const shown = pageOf(cases, view, { self: person.id, locale })
  const go = (next: CaseloadView) => void navigate(addressOf(next))
  return (
    <>
      <CaseloadFilters
        view={view}
        counts={shown.counts}
        practitioners={withPractitioner ? practitionersIn(cases) : []}
        onView={go}
      />
      <p className="ac-hidden" role="status">
        {t('caseload.count', { count: shown.total })}
      </p>
      {shown.total === 0 ? (
        <EmptyState
          title={t('caseload.nothing.title')}
          sentence={t('caseload.nothing.sentence', { shown: view.shown })}
          actions={
            <ButtonLink
              kind="primary"
              href={addressOf({ ...view, shown: 'all', practitioner: null, page: 1 })}
            >
              {t('caseload.nothing.clear')}
            </ButtonLink>
          }
        />
      ) : (
        <CaseloadTable
          caption={caption}
          cases={shown.rows}
          withPractitioner={withPractitioner}
          view={view}
          onView={go}
        />
      )}
      <CaseloadPages view={view} shown={shown} />
    </>
  )
}

/** Everybody who works with one of these clients, each once, by name. */
function practitionersIn(cases: readonly CaseSummary[]): readonly PersonName[] {
  const all = cases.flatMap(({ people }) => practitionersOf(people))
  const once = new Map(all.map((one) => [one.person, one]))
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name))
}
