import type { DeskCase, DeskRequest } from '@accord/domain/rest/requests'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { Asked } from './asked.js'
import { dayOf } from './day-of.js'

interface CaseCardProps {
  readonly request: DeskRequest
  readonly about: DeskCase
  readonly now: Date
  readonly onAsk: (asked: Asked) => void
}

/** A case that a request is about: its outside, and for how long it is kept by which rule. (DR20–DR23) */
export function CaseCard({ request, about, now, onAsk }: CaseCardProps) {
  const t = useWebMessages()
  const format = useFormat()
  const { caseId, hold, restrictedSince } = about
  const fate = request.cases.find((one) => one.caseId === caseId)?.fate ?? null
  const isErased = fate === 'erased'
  const name = about.clients.length > 0 ? format.list(about.clients) : request.person.name
  return (
    <article className="web-requests-case">
      <div className="web-requests-head">
        <p className="ac-strong">
          {t('requests.case', { name, discipline: about.discipline })}
          <span className="ac-muted">{t('requests.with', { names: format.list(about.practitioners) })}</span>
        </p>
        {fate !== null && <Chip tone={isErased ? 'quiet' : 'attention'}>{t('requests.fate', { fate })}</Chip>}
      </div>
      {!isErased && <Kept about={about} now={now} isErasure={request.kind === 'erasure'} />}
      {restrictedSince !== null && (
        <p className="ac-small">
          {t('requests.restrictedSince', { day: format.day(new Date(restrictedSince), now) })}
        </p>
      )}
      {hold !== null && (
        <p className="ac-small">
          {t.rich('requests.held', {
            b: (words) => <b>{words}</b>,
            name: hold.by,
            day: format.day(new Date(hold.from), now),
            reason: hold.reason,
          })}
        </p>
      )}
      {!isErased && (
        <div className="web-desk-actions">
          {restrictedSince !== null && (
            <Button size="small" onPress={() => onAsk({ kind: 'lift', about })}>
              {t('requests.do.lift')}
            </Button>
          )}
          <Button size="small" onPress={() => onAsk({ kind: hold === null ? 'hold' : 'free', about })}>
            {hold === null ? t('requests.do.hold') : t('requests.do.free')}
          </Button>
        </div>
      )}
    </article>
  )
}

interface KeptProps {
  readonly about: DeskCase
  readonly now: Date
  readonly isErasure: boolean
}

function Kept({ about: { retention, isShared }, now, isErasure }: KeptProps) {
  const t = useWebMessages()
  const format = useFormat()
  const link = (words: React.ReactNode) => <Link href="/administration/retention">{words}</Link>
  return (
    <>
      <p className="ac-small">
        {retention.kind === 'no-rule' && t.rich('requests.noRule', { a: link })}
        {retention.kind === 'unknown-age' && t('requests.unknownAge')}
        {retention.kind === 'kept' &&
          t('requests.kept', {
            over: retention.isOver ? 'yes' : 'other',
            day: format.day(dayOf(retention.until), now),
            source: retention.rule.source,
          })}
      </p>
      {isShared && isErasure && <p className="ac-small">{t('requests.shared')}</p>}
    </>
  )
}
