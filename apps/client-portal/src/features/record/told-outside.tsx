import { useQuery } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import { useFormat } from '@accord/ui/messages/use-format'
import { ErrorState } from '@accord/ui/states/error-state'
import { AddTo } from '../../lib/add-to.js'
import { disclosuresQuery } from '../../lib/consents.js'
import { firstName } from '../../lib/people.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What was told to people outside of the practice, why and by whom. (CO9) */
export function ToldOutside({ caseId }: { readonly caseId: CaseId }) {
  const t = usePortalMessages()
  const format = useFormat()
  const { data, error, refetch } = useQuery(disclosuresQuery(caseId))
  if (data === undefined && error !== null) {
    return (
      <ErrorState
        title={t('told.failed')}
        sentence={troubleSentence(t, error)}
        onRetry={() => void refetch()}
      />
    )
  }
  if (data === undefined) return <p className="ac-muted">{t('told.loading')}</p>
  if (data.disclosures.length === 0) return <p className="ac-muted">{t('told.none')}</p>
  return (
    <ul className="pt-rows pt-consent-rows">
      {data.disclosures.map((row) => (
        <li key={row.disclosure}>
          <span className="pt-row-body">
            <b dir="auto">{row.recipient}</b>
            <span dir="auto">{row.what}</span>
            <span className="ac-muted" dir="auto">
              {t(`told.authority.${row.authority}`)}. {row.why}
            </span>
            <span className="ac-muted ac-small">
              {t('told.by', {
                name: firstName(row.by.name),
                day: format.day(new Date(row.toldAt), new Date()),
              })}
            </span>
            <AddTo caseId={caseId} place={{ kind: 'disclosure', item: row.disclosure, entry: 0 }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
