import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { latestAnswers, stands } from '@accord/domain/consent/ledger'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { ClientConsents, ConsentRow } from '@accord/domain/rest/consent'
import { useFormat } from '@accord/ui/messages/use-format'
import { FailedPage } from '../../../lib/failed-page.js'
import { givenName } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages, type WebTranslate } from '../../../lib/use-web-messages.js'
import { consentsQuery } from '../api/consents.js'

/** What the clients of a case said yes and no to, as it counts now. (CO4, CO5) */
export function ConsentAside({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const titleId = useId()
  const { data, error, refetch } = useQuery(consentsQuery(summary.caseId))
  return (
    <section aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {t('consent.title')}
      </h2>
      {data === undefined && error === null && <p className="ac-muted ac-small">{t('consent.loading')}</p>}
      {data === undefined && error !== null && (
        <FailedPage error={error} what={t('consent.what')} onRetry={() => void refetch()} />
      )}
      {data?.clients.map((client) => (
        <ClientAnswers key={client.client} of={client} isNamed={data.clients.length > 1} />
      ))}
    </section>
  )
}

function ClientAnswers({ of, isNamed }: { readonly of: ClientConsents; readonly isNamed: boolean }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const latest: readonly ConsentRow[] = latestAnswers([...of.ledger].reverse())
  const name = givenName(of.name)
  return (
    <>
      {isNamed && <p className="ac-small">{name}</p>}
      <ul className="web-consents ac-small">
        {of.asked.map(({ purpose, why }) => (
          <li key={`asked ${purpose}`} data-asked="">
            <b>{t(`consent.purpose.${purpose}`)}</b>
            <span className="ac-muted">{t(`consent.asked.${why}`, { name })}</span>
          </li>
        ))}
        {latest
          .filter(({ purpose }) => !of.asked.some((one) => one.purpose === purpose))
          .map((row) => (
            <li key={row.consent} data-no={stands(row, now.getTime()) ? undefined : ''}>
              <b dir="auto">{row.recipientName ?? t(`consent.purpose.${row.purpose}`)}</b>
              <span className="ac-muted">
                {standing(t, row, now)} {format.day(new Date(row.at), now)}
                {row.signedBy !== row.client &&
                  ` ${t('consent.signedBy', { name: givenName(row.signedByName) })}`}
              </span>
              {row.purpose === 'disclosure' && stands(row, now.getTime()) && (
                <span className="ac-muted">
                  {row.expiresAt === null
                    ? t('consent.untilTakenBack', { what: t(`consent.scope.${row.scope}`) })
                    : t('consent.until', {
                        what: t(`consent.scope.${row.scope}`),
                        day: format.day(new Date(row.expiresAt), now),
                      })}
                </span>
              )}
            </li>
          ))}
      </ul>
    </>
  )
}

function standing(t: WebTranslate, row: ConsentRow, now: Date): string {
  if (row.answer !== 'given') return t(`consent.answer.${row.answer}`)
  return t(stands(row, now.getTime()) ? 'consent.answer.given' : 'consent.answer.ranOut')
}
