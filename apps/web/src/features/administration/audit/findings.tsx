import { useQuery } from '@tanstack/react-query'
import type { AuditFinding } from '@accord/domain/audit/findings'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { auditFindingsQuery } from '../api/audit.js'

/** What is out of the ordinary, in words; nothing at all where everything is as always. (AU7) */
export function Findings() {
  const t = useWebMessages()
  const { data } = useQuery(auditFindingsQuery)
  if (data === undefined || data.findings.length === 0) return null
  const names = new Map(data.people.map(({ person, name }) => [person, name]))
  return (
    <section className="web-audit-findings" aria-labelledby="audit-findings">
      <h2 className="ac-heading" id="audit-findings">
        {t('audit.findings')}
      </h2>
      <ul>
        {data.findings.map((finding) => (
          <li key={`${finding.kind} ${finding.last}`}>
            <AlertIcon size={18} />
            <Finding
              finding={finding}
              name={(finding.person && names.get(finding.person)) ?? t('audit.somebody')}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Finding({ finding, name }: { readonly finding: AuditFinding; readonly name: string }) {
  const t = useWebMessages()
  const format = useFormat()
  const { kind, count, since, until } = finding
  const now = new Date()
  const minutes = Math.max(1, Math.round((until - since) / 60_000))
  return (
    <p>
      {t(`audit.finding.${kind}`, { name, count, minutes })}{' '}
      <span className="ac-muted ac-small">{format.moment(new Date(until), now)}</span>
    </p>
  )
}
