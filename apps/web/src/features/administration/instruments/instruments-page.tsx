import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InstrumentCard as Card } from '@accord/domain/rest/instruments'
import { questionsOf } from '@accord/domain/measure/question'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { instrumentsQuery, moveInstrument } from '../api/measures.js'
import { DeskFrame } from '../desk-frame.js'
import { SaveTrouble } from '../save-trouble.js'
import { BringForm } from './bring-form.js'
import { InstrumentPreview } from './instrument-preview.js'

/** What practitioners can ask: two that ship, and what the clinic brings with a licence of its own. (ME4, ME8, ME9) */
export function InstrumentsPage() {
  const t = useWebMessages()
  const { data: page, error, refetch } = useQuery(instrumentsQuery)
  const [isBringing, setIsBringing] = useState(false)
  return (
    <DeskFrame tab="instruments" title={t('instruments.title')}>
      <div className="ac-page web-instruments">
        <div className="web-desk-head">
          <h1 className="ac-heading">{t('instruments.title')}</h1>
          {!isBringing && (
            <Button kind="primary" onPress={() => setIsBringing(true)}>
              {t('instruments.bring')}
            </Button>
          )}
        </div>
        <p className="ac-muted">{t('instruments.lead')}</p>
        {isBringing && (
          <BringForm instruments={page?.instruments ?? []} onClose={() => setIsBringing(false)} />
        )}
        {page !== undefined && (
          <ul className="web-instrument-list">
            {page.instruments.map((card) => (
              <InstrumentCard key={`${card.instrument}${card.edition}`} card={card} />
            ))}
          </ul>
        )}
        {page === undefined && error === null && <GoalSkeleton sentence={t('instruments.loading')} />}
        {page === undefined && error !== null && (
          <FailedPage error={error} what={t('instruments.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}

function InstrumentCard({ card }: { readonly card: Card }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const { instrument, edition, title, isBuiltIn, isActive, isExpired, attestation, questionnaire } = card
  const moving = useMutation({
    mutationFn: () => moveInstrument(instrument, !isActive),
    onSuccess: (page) => queries.setQueryData(instrumentsQuery.queryKey, page),
  })
  return (
    <li className="web-instrument">
      <div className="web-instrument-head">
        <h2 className="ac-subheading">{t('instruments.named', { title, edition })}</h2>
        {isExpired ? (
          <Chip tone="attention">{t('instruments.expired')}</Chip>
        ) : (
          <Chip tone="quiet">{t('instruments.state', { active: isActive ? 'yes' : 'other' })}</Chip>
        )}
      </div>
      {isBuiltIn || attestation === null ? (
        <p className="ac-muted ac-small">{questionnaire.copyright}</p>
      ) : (
        <p className="ac-muted ac-small">
          {t('instruments.licence', {
            holder: attestation.holder,
            reference: attestation.reference,
            name: attestation.by,
            when: format.day(new Date(attestation.at), now),
          })}{' '}
          {attestation.expiresOn !== null &&
            t('instruments.until', {
              day: format.day(new Date(`${attestation.expiresOn}T12:00:00Z`), now),
            })}{' '}
          {attestation.words}
        </p>
      )}
      <details>
        <summary>{t('instruments.look', { count: questionsOf(questionnaire).length })}</summary>
        <InstrumentPreview questionnaire={questionnaire} scoring={card.scoring} />
      </details>
      {!isBuiltIn && (
        <Button size="small" isPending={moving.isPending} onPress={() => moving.mutate()}>
          {t(isActive ? 'instruments.putAway' : 'instruments.takeUp')}
        </Button>
      )}
      <SaveTrouble error={moving.error} />
    </li>
  )
}
