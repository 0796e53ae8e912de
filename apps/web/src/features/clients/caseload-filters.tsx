import { Link } from 'react-aria-components'
import type { PersonName } from '@accord/domain/sync/wire'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { addressOf } from './caseload-address.js'
import { SHOWN, SORTED_BY, USUAL_ORDER, type CaseloadView, type Shown } from './caseload-view.js'

const CURRENT = { 'aria-current': 'true' } as const

interface CaseloadFiltersProps {
  readonly view: CaseloadView
  readonly counts: Readonly<Record<Shown, number>>
  /** Who works with these clients; offered when there are several. */
  readonly practitioners: readonly PersonName[]
  readonly onView: (view: CaseloadView) => void
}

/** Which clients to show: each filter is an address, and says how many it would show. */
export function CaseloadFilters({ view, counts, practitioners, onView }: CaseloadFiltersProps) {
  const t = useWebMessages()
  const sorts = SORTED_BY.map((id) => ({ id, label: t('caseload.sortedBy', { by: id }) }))
  const people = practitioners.map(({ person, name }) => ({ id: person, label: name }))
  return (
    <div className="web-filters">
      <nav aria-label={t('caseload.show')}>
        <ul className="web-filter-list">
          {SHOWN.map((shown) => (
            <li key={shown}>
              <Link
                className="web-filter"
                href={addressOf({ ...view, shown, page: 1 })}
                {...(view.shown === shown ? CURRENT : {})}
              >
                {t('caseload.shown', { shown })} <small>{counts[shown]}</small>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="web-filter-choices">
        {(people.length > 1 || view.practitioner !== null) && (
          <ChoiceField
            label={t('caseload.with')}
            choices={[{ id: '', label: t('caseload.everybody') }, ...people]}
            chosen={view.practitioner ?? ''}
            onChoose={(id) => onView({ ...view, page: 1, practitioner: id === '' ? null : id })}
          />
        )}
        <div className="web-narrow-sort">
          <ChoiceField
            label={t('caseload.sort')}
            choices={sorts}
            chosen={view.sortedBy}
            onChoose={(sortedBy) => onView({ ...view, sortedBy, order: USUAL_ORDER[sortedBy], page: 1 })}
          />
        </div>
      </div>
    </div>
  )
}
