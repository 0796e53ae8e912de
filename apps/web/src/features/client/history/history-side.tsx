import { useCallback } from 'react'
import type { HistoryEntry } from '@accord/domain/history/entry'
import type { LogId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { AuthorLegend } from '@accord/ui/attributed-text/author-legend'
import { useWitness } from '@accord/ui/proof/use-witness'
import { WitnessBadge } from '@accord/ui/proof/witness-badge'
import { useAlarmReport } from '../../../lib/alarms/use-alarm-report.js'
import { givenName } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { ExportHistory } from './export-history.js'

interface HistorySideProps {
  readonly plan: LogId
  readonly entries: readonly HistoryEntry[]
  readonly head: number
  readonly moments: number
  readonly people: readonly PersonName[]
}

/** How much history there is, and how it is kept; it claims no check that this page didn't make. */
export function HistorySide({ plan, entries, head, moments, people }: HistorySideProps) {
  const t = useWebMessages()
  const count = entries.length
  const hashAt = useCallback((seq: number) => entries[seq - 1]?.hash ?? null, [entries])
  const seen = useWitness(plan, { seq: count, hashAt })
  const alarm = seen.kind === 'alarm' ? seen.alarm : null
  const told = useAlarmReport(plan, alarm && { found: 'witness', reason: alarm, seq: count })
  const now = useNow()
  const writers = people.filter(({ relation }) => relation !== 'supervisor' && relation !== 'administrator')
  return (
    <>
      <section>
        <h2 className="ac-subheading">{t('history.kept')}</h2>
        <p className="web-count ac-num">{t('history.entries', { count })}</p>
        <p className="ac-muted ac-small">
          {count === head ? t('history.whole', { moments }) : t('history.part', { count, head })}
        </p>
        <p className="ac-muted ac-small">{t('history.chained')}</p>
        <WitnessBadge seen={seen} told={told} now={now} />
        <ExportHistory plan={plan} />
      </section>
      <section>
        <h2 className="ac-subheading">{t('history.inks')}</h2>
        <AuthorLegend
          voices={writers.map(({ person, relation, name }) => ({
            id: person,
            relation,
            name: givenName(name),
            isViewer: false,
          }))}
        />
        <p className="ac-muted ac-small">{t('history.inksSub')}</p>
      </section>
    </>
  )
}
