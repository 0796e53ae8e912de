import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { latestAnswers } from '@accord/domain/consent/ledger'
import type { CaseId } from '@accord/domain/ids'
import type { CaseConsents, ClientConsents, ConsentRow } from '@accord/domain/rest/consent'
import { Button } from '@accord/ui/controls/button'
import { ErrorState } from '@accord/ui/states/error-state'
import { consentsQuery } from '../../lib/consents.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { OutsiderRow } from './outsider-row.js'
import { PermitSheet } from './permit-sheet.js'
import { PurposeRow } from './purpose-row.js'

/** What a client said yes and no to, and changing it: as easy to take back as to give. (CO4–CO7) */
export function SaidYes({ caseId }: { readonly caseId: CaseId }) {
  const t = usePortalMessages()
  const { data: consents, error, refetch, dataUpdatedAt } = useQuery(consentsQuery(caseId))
  if (consents === undefined && error !== null) {
    return (
      <ErrorState
        title={t('consent.failed')}
        sentence={troubleSentence(t, error)}
        onRetry={() => void refetch()}
      />
    )
  }
  if (consents === undefined) return <p className="ac-muted">{t('consent.loading')}</p>
  return (
    <>
      {consents.clients.map((of) => (
        <SaidBy key={of.client} consents={consents} of={of} now={dataUpdatedAt} />
      ))}
    </>
  )
}

interface SaidByProps {
  readonly consents: CaseConsents
  readonly of: ClientConsents
  /** When the ledger was read, in ms. */
  readonly now: number
}

function SaidBy({ consents, of, now }: SaidByProps) {
  const t = usePortalMessages()
  const [isPermitting, setPermitting] = useState(false)
  const latest: readonly ConsentRow[] = latestAnswers([...of.ledger].reverse())
  const entryOf = (purpose: ConsentRow['purpose']) => latest.find((row) => row.purpose === purpose) ?? null
  return (
    <>
      {consents.clients.length > 1 && <p className="ac-muted ac-small">{of.name}</p>}
      <ul className="pt-rows pt-consent-rows">
        {(['working-together', 'supervision'] as const).map((purpose) => (
          <li key={purpose}>
            <PurposeRow consents={consents} of={of} purpose={purpose} entry={entryOf(purpose)} />
          </li>
        ))}
        {latest
          .filter(({ purpose }) => purpose === 'disclosure')
          .map((entry) => (
            <li key={entry.consent}>
              <OutsiderRow consents={consents} of={of} entry={entry} now={now} />
            </li>
          ))}
      </ul>
      {of.mayAnswer && (
        <div className="pt-consent-add">
          <Button block size="large" onPress={() => setPermitting(true)}>
            {t('consent.permit')}
          </Button>
        </div>
      )}
      {isPermitting && <PermitSheet consents={consents} of={of} onClose={() => setPermitting(false)} />}
    </>
  )
}
