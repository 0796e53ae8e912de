import { useQuery } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import { useFormat } from '@accord/ui/messages/use-format'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { looksQuery } from './api/looks.js'

const SHOWN = 5

/** Who looked at this record: who, in which role, when. (AT11) */
export function RecordLooks({ caseId }: { readonly caseId: CaseId }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { data: answer, error, dataUpdatedAt } = useQuery(looksQuery(caseId))
  const now = new Date(dataUpdatedAt)
  return (
    <section aria-labelledby={`looks-${caseId}`}>
      <h2 className="ac-portal-section" id={`looks-${caseId}`}>
        {t('home.looks')}
      </h2>
      {answer === undefined && error === null && <p className="ac-muted">{t('home.looks.loading')}</p>}
      {error !== null && answer === undefined && <p className="ac-muted">{t('home.looks.failed')}</p>}
      {answer?.looks.length === 0 && <p className="ac-muted">{t('home.looks.none')}</p>}
      {answer !== undefined && answer.looks.length > 0 && (
        <ul className="pt-rows">
          {answer.looks.slice(0, SHOWN).map(({ person, name, relation, what, at }) => (
            <li className="pt-row" key={`${person}${what}${at}`}>
              <span className="pt-row-body">
                <b>
                  {t('home.looks.who', { name, relation: relation === 'administrator' ? 'other' : relation })}
                </b>
                <span className="ac-muted">
                  {t(what === 'plan-opened' ? 'home.looks.plan' : 'home.looks.history', {
                    when: format.moment(new Date(at), now),
                  })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
