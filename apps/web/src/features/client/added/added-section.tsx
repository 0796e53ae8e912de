import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { useLocation } from 'react-router'
import { samePlace } from '@accord/domain/addendum/item'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import { AddedWords } from '@accord/ui/addenda/added-words'
import { ItemCard } from '@accord/ui/addenda/item-card'
import { ADDED_ID } from '../../../lib/added-address.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { addendaQuery } from '../api/addenda.js'

/** What the client said of what stands in the record, beneath what it is about: the latest item first. (AD4) */
export function AddedSection({ summary: { caseId } }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const now = useNow()
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
  const items = itemsOf(data?.addenda ?? [])
  return (
    <section className="web-added" id={ADDED_ID} ref={section} tabIndex={-1} aria-labelledby={titleId}>
      <h2 className="ac-heading" id={titleId}>
        {t('added.title')}
      </h2>
      {data === undefined && error === null && <p className="ac-muted">{t('added.loading')}</p>}
      {data === undefined && error !== null && (
        <FailedPage error={error} what={t('added.what')} onRetry={() => void refetch()} />
      )}
      {data !== undefined && items.length === 0 && <p className="ac-muted">{t('added.none')}</p>}
      {data !== undefined && items.length > 0 && (
        <>
          <p className="ac-muted">{t('added.lead')}</p>
          <ul className="web-added-list">
            {items.map((item) => (
              <ItemCard
                key={`${item.kind} ${item.item} ${String(item.entry)}`}
                item={item}
                people={data.people}
                now={now}
              >
                <AddedWords
                  addenda={data.addenda.filter((one) => samePlace(one, item))}
                  people={data.people}
                  now={now}
                />
              </ItemCard>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** One of each item, as it stood when something was last said of it. */
function itemsOf(addenda: readonly RecordAddendum[]): readonly RecordAddendum[] {
  return [...addenda]
    .reverse()
    .filter((one, at, all) => all.findIndex((other) => samePlace(other, one)) === at)
}
