import { Fragment } from 'react'
import type { AuditLine, AuditPage } from '@accord/domain/rest/audit'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Every event a row, under its day. */
export function AuditTable({ pages }: { readonly pages: readonly AuditPage[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const names = new Map(pages.flatMap(({ people }) => people.map(({ person, name }) => [person, name])))
  const clients = new Map(pages.flatMap(({ cases }) => cases.map((one) => [one.caseId, one.clients])))
  const now = new Date()
  const days = new Map<string, AuditLine[]>()
  for (const event of pages.flatMap(({ events }) => events)) {
    const day = format.relativeDay(new Date(event.at), now)
    days.set(day, [...(days.get(day) ?? []), event])
  }
  const whose = ({ caseId }: AuditLine) =>
    caseId === null ? '' : format.list((clients.get(caseId) ?? []).map((person) => names.get(person) ?? ''))
  const columns = ['when', 'who', 'what', 'whose', 'as', 'from'] as const
  return (
    <div className="ac-table-sheet" role="region" aria-label={t('audit.heading')} tabIndex={0}>
      <table className="ac-table web-audit-table">
        <caption className="ac-hidden">{t('audit.heading')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`audit.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...days].map(([day, events]) => (
            <Fragment key={day}>
              <tr className="web-audit-day">
                <th colSpan={columns.length} scope="rowgroup">
                  {day}
                </th>
              </tr>
              {events.map((event) => (
                <tr key={event.seq} data-outcome={event.outcome}>
                  <td>{format.time(new Date(event.at))}</td>
                  <td>{(event.person && names.get(event.person)) ?? t('audit.somebody')}</td>
                  <td>
                    <Did event={event} />
                  </td>
                  <td>{whose(event)}</td>
                  <td className="ac-muted">
                    <As event={event} />
                  </td>
                  <td className="ac-muted">
                    {t(`audit.from.${event.audience}`, { address: event.address })}
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Did({ event: { action, outcome } }: { readonly event: AuditLine }) {
  const t = useWebMessages()
  const did = t(`audit.did.${action}`)
  if (outcome === 'done') return did
  return (
    <>
      <strong className="web-audit-no">{t(`audit.was.${outcome}`)}</strong> {did}
    </>
  )
}

/** What somebody was to the case, else what they are in the house. */
function As({ event: { relation, roles } }: { readonly event: AuditLine }) {
  const t = useWebMessages()
  const format = useFormat()
  if (relation !== null) return t(`audit.as.${relation}`)
  if (roles.length === 0) return t('audit.as.none')
  const known = (['practitioner', 'supervisor', 'administrator'] as const).filter((role) =>
    roles.includes(role),
  )
  return format.list(known.map((role) => t('account.role', { role })))
}
