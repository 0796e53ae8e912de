import { Link } from 'react-aria-components'
import { isWaiting } from '@accord/domain/privacy/request'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { RequestedCase, RequestRow as Row } from '@accord/domain/rest/requests'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWithdrawRequest } from '../../lib/own-requests.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { practitionersOf } from './case-names.js'

interface RequestRowProps {
  readonly row: Row
  /** The server's time, in ms. */
  readonly now: number
  readonly cases: readonly CaseSummary[]
}

/** One request: what was asked, by when it is answered, what came of it, and taking it back while it waits. (DR16) */
export function RequestRow({ row, now, cases }: RequestRowProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const withdrawing = useWithdrawRequest()
  const day = (at: number) => format.day(new Date(at), new Date(now))
  const about = cases.length > 1 ? cases.find(({ caseId }) => caseId === row.caseId) : undefined
  const { extension, answer } = row
  return (
    <li className="pt-request">
      <b>{t(`requests.${row.kind}`)}</b>
      {about !== undefined && (
        <span className="ac-muted ac-small">
          {t('record.case', { names: format.list(practitionersOf(about)) })}
        </span>
      )}
      <p className="pt-request-words" dir="auto">
        {row.words}
      </p>
      <p className="ac-muted ac-small">
        {t(`requests.state.${row.state}`, {
          asked: day(row.receivedAt),
          due: day(row.dueAt),
          answered: answer === null ? '' : day(answer.at),
          isLate: isWaiting(row.state) && row.dueAt < now ? 'yes' : 'other',
        })}
      </p>
      {extension !== null && <p dir="auto">{t('requests.longer', { reason: extension.reason })}</p>}
      {answer !== null && <p dir="auto">{t('requests.answered', { words: answer.words })}</p>}
      {row.kind === 'rectification' && row.state === 'granted' && (
        <Link className="ac-link" href={paths.inRecord}>
          {t('requests.rectification.write')}
        </Link>
      )}
      {row.cases.map((one) => (
        <Fate key={one.caseId} of={one} now={now} />
      ))}
      {isWaiting(row.state) && (
        <Button
          size="small"
          aria-label={t('requests.withdraw.of', { kind: t(`requests.${row.kind}`) })}
          isPending={withdrawing.isPending}
          onPress={() => withdrawing.mutate(row.request)}
        >
          {t('requests.withdraw')}
        </Button>
      )}
      {withdrawing.isError && (
        <p className="ac-field-error" role="alert">
          {t('requests.withdraw.failed')}
        </p>
      )}
    </li>
  )
}

/** What became of a case, until when it is kept, and by which rule. (DR20) */
function Fate({ of: { fate, until, rule, why }, now }: { readonly of: RequestedCase; readonly now: number }) {
  const t = usePortalMessages()
  const format = useFormat()
  // A day is the same day wherever its reader is: noon is never another one.
  const day = until === null ? '' : format.day(new Date(`${until}T12:00:00`), new Date(now))
  const said = () => {
    if (fate === 'kept') return t('requests.fate.kept', { day })
    return fate === 'lifted' ? t('requests.fate.lifted', { why: why ?? '' }) : t(`requests.fate.${fate}`)
  }
  return (
    <p>
      {said()}
      {rule !== null && fate === 'kept' && (
        <span className="ac-muted"> {t('requests.fate.rule', { source: rule.source })}</span>
      )}
    </p>
  )
}
