import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { RequestKind } from '@accord/domain/privacy/request'
import type { CaseSummary } from '@accord/domain/rest/case'
import { CopyIcon } from '@accord/ui/icons/copy-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { StrikeIcon } from '@accord/ui/icons/strike-icon'
import { ErrorState } from '@accord/ui/states/error-state'
import { ownRequestsQuery } from '../../lib/own-requests.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { RequestRow } from './request-row.js'
import { RequestSheet } from './request-sheet.js'
import { SheetRow } from './sheet-row.js'

/** What can be asked, the most ordinary first. */
const KINDS: readonly (readonly [RequestKind, ReactNode])[] = [
  ['rectification', <PenIcon key="rectification" size={22} />],
  ['access', <CopyIcon key="access" size={22} />],
  ['restriction', <LockIcon key="restriction" size={22} />],
  ['erasure', <StrikeIcon key="erasure" size={22} />],
]

/** Asks the practice to correct, explain, restrict or erase, and shows what became of what was asked. (DR10, DR16) */
export function AskPractice({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const t = usePortalMessages()
  const [kind, setKind] = useState<RequestKind | null>(null)
  return (
    <section aria-labelledby="ask-practice">
      <h2 className="ac-portal-section" id="ask-practice">
        {t('requests.title')}
      </h2>
      <ul className="pt-rows">
        {KINDS.map(([one, icon]) => (
          <li key={one}>
            <SheetRow
              icon={icon}
              name={t(`requests.${one}`)}
              note={t(`requests.${one}.note`)}
              onPress={() => setKind(one)}
            />
          </li>
        ))}
      </ul>
      <h2 className="ac-portal-section">{t('requests.own')}</h2>
      <OwnRequests cases={cases} />
      {kind !== null && <RequestSheet kind={kind} cases={cases} onClose={() => setKind(null)} />}
    </section>
  )
}

function OwnRequests({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const t = usePortalMessages()
  const { data: own, error, refetch } = useQuery(ownRequestsQuery)
  if (own === undefined && error !== null) {
    const again = () => void refetch()
    return <ErrorState title={t('requests.failed')} sentence={troubleSentence(t, error)} onRetry={again} />
  }
  if (own === undefined) return <p className="ac-muted">{t('requests.loading')}</p>
  if (own.requests.length === 0) return <p className="ac-muted">{t('requests.none')}</p>
  return (
    <ul className="pt-rows pt-consent-rows">
      {own.requests.map((row) => (
        <RequestRow key={row.request} row={row} now={own.at} cases={cases} />
      ))}
    </ul>
  )
}
