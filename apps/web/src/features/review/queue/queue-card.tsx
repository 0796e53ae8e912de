import { daysSince } from '@accord/domain/supervision/reasons-of'
import type { QueueCase, QueuePage } from '@accord/domain/rest/supervision'
import { ButtonLink, Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { clientsOf, givenName, personOf, practitionersOf } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { reasonSentences } from './queue-sentence.js'
import { QueueSeals } from './queue-seals.js'
import { replayAddress } from './replay-of.js'

interface QueueCardProps {
  readonly queued: QueueCase
  readonly thresholds: QueuePage['thresholds']
  readonly now: Date
}

/** A case that needs its supervisor: how long since they read it, why, and the way to where they left off. */
export function QueueCard({ queued, thresholds, now }: QueueCardProps) {
  const t = useWebMessages()
  const format = useFormat()
  const { people, band, phase, brought, changes, readAt } = queued
  const names = format.list(clientsOf(people).map(({ name }) => name))
  const practitioners = format.list(practitionersOf(people).map(({ name }) => givenName(name)))
  const { sentences, more } = reasonSentences({ t, now, self: useSelf().person.id }, queued)
  const act = changes > 0 || readAt === null ? t('queue.read') : t('queue.replay')
  return (
    <li className="web-qcase">
      <Margin readAt={readAt} late={thresholds.unreadWeekDays} now={now} />
      <div className="web-qcase-body">
        <p className="web-qcase-who">
          <b>{names}</b>
          <span className="ac-muted ac-small">
            {t('queue.with', {
              names: practitioners,
              work: t('discipline', { discipline: queued.discipline }),
            })}
          </span>
        </p>
        <p className="web-qcase-why" dir="auto">
          {sentences.join(' ')}
          {more > 0 && <span className="ac-muted"> {t('queue.moreReasons', { count: more })}</span>}
        </p>
        <div className="web-qcase-facts">
          <QueueSeals queued={queued} />
          {phase !== null && <span>{t('phase', { phase })}</span>}
          {queued.reasons.some(({ kind }) => kind === 'history-broken') && (
            <Link href="/alarms">{t('alarm.news.act')}</Link>
          )}
          {brought !== null && (
            <span>{t('queue.brought', { name: givenName(personOf(people, brought.by)?.name ?? '') })}</span>
          )}
        </div>
      </div>
      <div className="web-qcase-go">
        <ButtonLink
          kind={band === 'today' ? 'primary' : 'secondary'}
          href={replayAddress(queued)}
          aria-label={t('queue.actOf', { act, names })}
        >
          {act}
        </ButtonLink>
        <span className="ac-muted web-tiny">{t('queue.changes', { count: changes })}</span>
      </div>
    </li>
  )
}

/** Days since the supervisor last read the case; ochre when it is long ago. */
function Margin({
  readAt,
  late,
  now,
}: {
  readonly readAt: number | null
  readonly late: number
  readonly now: Date
}) {
  const t = useWebMessages()
  if (readAt === null) {
    return (
      <div className="web-qcase-margin">
        <b aria-hidden="true">–</b>
        {t('queue.margin.never')}
      </div>
    )
  }
  const days = daysSince(readAt, now.getTime())
  return (
    <div className="web-qcase-margin" data-late={days > late ? '' : undefined}>
      <b className="ac-num">{days}</b>
      {t('queue.margin.days', { days })}
    </div>
  )
}
