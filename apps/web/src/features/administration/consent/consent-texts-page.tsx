import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PURPOSES, type ConsentPurpose } from '@accord/domain/consent/purpose'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { consentTextsQuery } from '../api/consent-texts.js'
import { DeskFrame } from '../desk-frame.js'
import { ConsentTextForm } from './consent-text-form.js'
import { ConsentTextVersions } from './consent-text-versions.js'

/** The words that clients of this practice sign. (CO1) */
export function ConsentTextsPage() {
  const t = useWebMessages()
  const [purpose, setPurpose] = useState<ConsentPurpose>('limits')
  const { data, error, refetch } = useQuery(consentTextsQuery)
  const versions = data?.texts.filter((text) => text.purpose === purpose) ?? []
  const [present] = versions
  return (
    <DeskFrame tab="consent" title={t('texts.title')}>
      <div className="ac-page web-policy">
        <h1 className="ac-heading">{t('texts.title')}</h1>
        <p className="ac-muted">{t('texts.lead')}</p>
        <OnePill
          label={t('texts.which')}
          choices={PURPOSES.map((id) => ({ id, label: t(`consent.purpose.${id}`) }))}
          chosen={purpose}
          onChoose={setPurpose}
        />
        {present !== undefined && (
          <>
            <ConsentTextForm key={`${purpose} ${present.version}`} text={present} />
            <ConsentTextVersions versions={versions} />
          </>
        )}
        {data === undefined && error === null && <GoalSkeleton sentence={t('texts.loading')} />}
        {data === undefined && error !== null && (
          <FailedPage error={error} what={t('texts.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}
