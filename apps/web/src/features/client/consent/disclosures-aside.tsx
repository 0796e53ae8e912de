import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { givenName } from '../../../lib/people.js'
import { PaperButton } from '../../../lib/paper-button.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { disclosuresQuery } from '../api/consents.js'
import { DisclosureDialog } from './disclosure-dialog.js'

/** What was told to outsiders, and writing down another. (CO9) */
export function DisclosuresAside({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const titleId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const { data, error, refetch } = useQuery(disclosuresQuery(summary.caseId))
  return (
    <section aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {t('told.title')}
      </h2>
      {data === undefined && error === null && <p className="ac-muted ac-small">{t('told.loading')}</p>}
      {data === undefined && error !== null && (
        <FailedPage error={error} what={t('told.what')} onRetry={() => void refetch()} />
      )}
      {data?.disclosures.length === 0 && <p className="ac-muted ac-small">{t('told.none')}</p>}
      {data !== undefined && data.disclosures.length > 0 && (
        <ul className="web-consents ac-small">
          {data.disclosures.map((row) => (
            <li key={row.disclosure}>
              <b dir="auto">{row.recipient}</b>
              <span dir="auto">{row.what}</span>
              <span className="ac-muted">
                {t('told.line', {
                  authority: t(`told.authority.${row.authority}`),
                  name: givenName(row.by.name),
                  day: format.day(new Date(row.toldAt), now),
                })}
              </span>
              {row.heldUntil !== null && row.heldUntil > now.getTime() && (
                <span className="ac-muted">
                  {t('told.held', { day: format.day(new Date(row.heldUntil), now) })}
                </span>
              )}
              <AddedBeside
                caseId={summary.caseId}
                isHere={({ kind, item }) => kind === 'disclosure' && item === row.disclosure}
              />
            </li>
          ))}
        </ul>
      )}
      {data !== undefined && (
        <div className="web-told-acts">
          <div className="ac-row ac-row-wrap">
            <Button size="small" onPress={() => setIsOpen(true)}>
              {t('told.write')}
            </Button>
            <PaperButton
              address={`cases/${summary.caseId}/disclosures/pdf`}
              file="accounting.pdf"
              label={t('told.accounting')}
            />
          </div>
          <p className="ac-muted ac-small">{t('told.accounting.what')}</p>
        </div>
      )}
      {isOpen && <DisclosureDialog summary={summary} onClose={() => setIsOpen(false)} />}
    </section>
  )
}
