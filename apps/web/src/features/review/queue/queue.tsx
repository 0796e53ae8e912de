import { useState } from 'react'
import type { PersonId } from '@accord/domain/ids'
import type { QueueCase, QueuePage } from '@accord/domain/rest/supervision'
import { QUEUE_ORDERS } from '@accord/domain/supervision/queue-order'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { useFormat } from '@accord/ui/messages/use-format'
import { getJson } from '../../../lib/http.js'
import { queueAddress } from '../../../lib/supervision.js'
import { toasts } from '../../../lib/toasts.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { QueueCard } from './queue-card.js'
import { QueueFine } from './queue-fine.js'
import { useQueueSettings } from './use-queue-settings.js'

interface QueueProps {
  readonly queue: QueuePage
  readonly practitioner: PersonId | null
}

/** The three bands, the most urgent first. (SQ4, SQ5) */
export function Queue({ queue, practitioner }: QueueProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const { counts, cases, settings, thresholds } = queue
  const { keep } = useQueueSettings()
  const of = (band: QueueCase['band']) => cases.filter((one) => one.band === band)
  const orders = QUEUE_ORDERS.map((id) => ({ id, label: t('queue.order', { order: id }) }))
  return (
    <>
      <div className="web-qhead">
        <div className="ac-grow">
          <h1 className="ac-title">{t('queue.title', { count: counts.today })}</h1>
          <p className="ac-muted">
            {t('queue.lead', { week: counts['this-week'], fine: counts.fine, day: format.day(now, now) })}
          </p>
        </div>
        <ChoiceField
          label={t('queue.orderedBy')}
          choices={orders}
          chosen={settings.order}
          onChoose={(order) => keep({ ...settings, order })}
        />
      </div>
      {(['today', 'this-week'] as const).map((band) => (
        <section key={band} className="web-qgroup" aria-labelledby={`queue-${band}`}>
          <div className="web-qgroup-head">
            <h2 className="ac-heading" id={`queue-${band}`}>
              {t(`queue.band.${band}`)} <span className="ac-muted ac-num">{counts[band]}</span>
            </h2>
            {band === 'today' && <span className="ac-muted ac-small">{t('queue.margin.legend')}</span>}
          </div>
          {counts[band] === 0 ? (
            <p className="ac-muted">{t(`queue.none.${band}`)}</p>
          ) : (
            <ul className="web-qcases">
              {of(band).map((one) => (
                <QueueCard key={one.caseId} queued={one} thresholds={thresholds} now={now} />
              ))}
            </ul>
          )}
        </section>
      ))}
      <section className="web-qgroup" aria-labelledby="queue-fine">
        <div className="web-qgroup-head">
          <h2 className="ac-heading" id="queue-fine">
            {t('queue.band.fine')} <span className="ac-muted ac-num">{counts.fine}</span>
          </h2>
        </div>
        {counts.fine === 0 ? (
          <p className="ac-muted">{t('queue.none.fine')}</p>
        ) : (
          <Fine first={of('fine')} queue={queue} practitioner={practitioner} now={now} />
        )}
      </section>
    </>
  )
}

interface FineProps extends QueueProps {
  readonly first: readonly QueueCase[]
  readonly now: Date
}

/** Fine cases come in pages; the others are all there already. (SQ6) */
function Fine({ first, queue, practitioner, now }: FineProps) {
  const t = useWebMessages()
  const [more, setMore] = useState<{
    readonly cases: readonly QueueCase[]
    readonly nextFrom: number | null
  }>()
  const nextFrom = more === undefined ? queue.nextFrom : more.nextFrom
  const fetchMore = async (from: number) => {
    try {
      const page = await getJson<QueuePage>(queueAddress(practitioner, from))
      setMore({ cases: [...(more?.cases ?? []), ...page.cases], nextFrom: page.nextFrom })
    } catch {
      // Whatever came between them and the server, the list stays as it is and says so.
      toasts.add({ kind: 'failed', words: t('queue.moreFailed') })
    }
  }
  return (
    <>
      <QueueFine
        cases={[...first, ...(more?.cases ?? [])]}
        late={queue.thresholds.unreadWeekDays}
        now={now}
      />
      {nextFrom !== null && (
        <Button kind="quiet" onPress={() => void fetchMore(nextFrom)}>
          {t('queue.more')}
        </Button>
      )}
    </>
  )
}
