import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { BarrierRegister, BarriersOfClient } from '@accord/domain/rest/barriers'
import { Button } from '@accord/ui/controls/button'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { barriersQuery } from '../../../lib/barriers.js'
import { FailedPage } from '../../../lib/failed-page.js'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { BarrierRow } from './barrier-row.js'
import { NoticeDialog } from './notice-dialog.js'
import { useReaders } from './use-readers.js'

/** What gets in the way of working with each client, seen by both. (BA1, BA3) */
export function BarriersSection({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(barriersQuery(summary.caseId))
  if (data === undefined) {
    return (
      <section className="web-barriers">
        <h2 className="ac-heading">{t('barriers.title')}</h2>
        {error === null ? (
          <p className="ac-muted">{t('barriers.loading')}</p>
        ) : (
          <FailedPage error={error} what={t('barriers.what')} onRetry={() => void refetch()} />
        )}
      </section>
    )
  }
  return data.clients.map((of) => <OfClient key={of.client} register={data} of={of} />)
}

interface OfClientProps {
  readonly register: BarrierRegister
  readonly of: BarriersOfClient
}

function OfClient({ register, of }: OfClientProps) {
  const t = useWebMessages()
  const titleId = useId()
  const [isNoticing, setNoticing] = useState(false)
  const readers = useReaders(of)
  const name = givenName(of.name)
  return (
    <section className="web-barriers" aria-labelledby={titleId}>
      <div className="web-barriers-head">
        <h2 className="ac-heading" id={titleId}>
          {register.clients.length > 1 ? t('barriers.titleOf', { name }) : t('barriers.title')}
        </h2>
        {register.mayWrite && (
          <Button size="small" icon={<PlusIcon size={15} />} onPress={() => setNoticing(true)}>
            {t('barriers.notice')}
          </Button>
        )}
      </div>
      {of.barriers.length === 0 ? (
        <p className="web-barriers-none ac-muted">{t('barriers.none', { name })}</p>
      ) : (
        <ul className="web-barrier-list">
          {of.barriers.map((barrier) => (
            <BarrierRow key={barrier.id} register={register} of={of} barrier={barrier} />
          ))}
        </ul>
      )}
      <p className="web-comfort-sees ac-muted ac-small">
        <EyeIcon size={16} />
        {t('barriers.sees', { names: readers })}
      </p>
      {isNoticing && <NoticeDialog register={register} of={of} onClose={() => setNoticing(false)} />}
    </section>
  )
}
