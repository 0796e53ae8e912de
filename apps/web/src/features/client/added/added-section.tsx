import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { useLocation } from 'react-router'
import type { CaseSummary } from '@accord/domain/rest/case'
import { addendaQuery } from '../../../lib/added/addenda.js'
import { ADDED_ID } from '../../../lib/added/added-address.js'
import { AddedItems } from '../../../lib/added/added-items.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** What the client said of what stands in the record, beneath what it is about: the latest item first. (AD4) */
export function AddedSection({ summary: { caseId } }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const titleId = useId()
  const { data, error, refetch } = useQuery(addendaQuery(caseId))
  const section = useRef<HTMLElement>(null)
  const { hash, key } = useLocation()
  const isSought = data !== undefined && hash === `#${ADDED_ID}`
  // Also when the page is open already and the bell leads here again, which only the key tells.
  useEffect(() => {
    if (!isSought) return
    section.current?.scrollIntoView({ block: 'start' })
    section.current?.focus({ preventScroll: true })
  }, [isSought, key])
  return (
    <section className="web-added" id={ADDED_ID} ref={section} tabIndex={-1} aria-labelledby={titleId}>
      <h2 className="ac-heading" id={titleId}>
        {t('added.title')}
      </h2>
      {data === undefined && error === null && <p className="ac-muted">{t('added.loading')}</p>}
      {data === undefined && error !== null && (
        <FailedPage error={error} what={t('added.what')} onRetry={() => void refetch()} />
      )}
      {data !== undefined && data.addenda.length === 0 && <p className="ac-muted">{t('added.none')}</p>}
      {data !== undefined && data.addenda.length > 0 && (
        <>
          <p className="ac-muted">{t('added.lead')}</p>
          <AddedItems addenda={data.addenda} people={data.people} />
        </>
      )}
    </section>
  )
}
