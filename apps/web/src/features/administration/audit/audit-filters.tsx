import { useQuery } from '@tanstack/react-query'
import { AUDIT_OUTCOMES } from '@accord/domain/audit/event'
import { AUDIT_KINDS } from '@accord/domain/audit/kind'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { AuditAsked } from '../api/audit.js'
import { peopleQuery } from '../api/people.js'
import { AUDIT_DAYS, useAuditSearch, type AuditSearchWords } from './use-audit-search.js'

interface AuditFiltersProps {
  readonly asked: AuditAsked
  readonly onAsk: (change: AuditSearchWords) => void
}

/** Whom, what, how it ended, and since when. */
export function AuditFilters({ asked, onAsk }: AuditFiltersProps) {
  const t = useWebMessages()
  const { days } = useAuditSearch()
  const { data: people } = useQuery(peopleQuery)
  const everybody = [...(people?.staff ?? []), ...(people?.clients ?? [])]
  return (
    <div className="web-audit-filters" role="search" aria-label={t('audit.search')}>
      <ChoiceField
        label={t('audit.who')}
        choices={[
          { id: '', label: t('audit.anyone') },
          ...everybody.map(({ id, name }) => ({ id: id, label: name })),
        ]}
        chosen={asked.person ?? ''}
        onChoose={(person) => onAsk({ person })}
      />
      <ChoiceField
        label={t('audit.did')}
        choices={[
          { id: '', label: t('audit.anything') },
          ...AUDIT_KINDS.map((kind) => ({ id: kind, label: t(`audit.kind.${kind}`) })),
        ]}
        chosen={asked.kind ?? ''}
        onChoose={(kind) => onAsk({ kind })}
      />
      <ChoiceField
        label={t('audit.ended')}
        choices={[
          { id: '', label: t('audit.anyhow') },
          ...AUDIT_OUTCOMES.map((outcome) => ({ id: outcome, label: t(`audit.outcome.${outcome}`) })),
        ]}
        chosen={asked.outcome ?? ''}
        onChoose={(outcome) => onAsk({ outcome })}
      />
      <ChoiceField
        label={t('audit.when')}
        choices={[
          { id: '', label: t('audit.always') },
          ...AUDIT_DAYS.map((count) => ({
            id: count,
            label: t('audit.days', { count: Number(count) }),
          })),
        ]}
        chosen={days}
        onChoose={(chosen) => onAsk({ days: chosen })}
      />
    </div>
  )
}
