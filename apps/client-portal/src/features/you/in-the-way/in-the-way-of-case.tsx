import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { firstName } from '../../../lib/people.js'
import { troubleSentence } from '../../../lib/request-trouble.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { barriersQuery } from '../../../lib/barriers.js'
import { BarrierCard } from './barrier-card.js'
import { NoticeSheet } from './notice-sheet.js'

interface InTheWayOfCaseProps {
  readonly of: CaseSummary
  readonly isOnly: boolean
}

/** One's own list in one case, and the way to add to it. (BA2) */
export function InTheWayOfCase({ of, isOnly }: InTheWayOfCaseProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const titleId = useId()
  const [isNoticing, setNoticing] = useState(false)
  const { data: register, error, refetch } = useQuery(barriersQuery(of.caseId))
  const practitioners = of.people.filter(({ relation }) => relation === 'practitioner')
  const names = format.list(practitioners.map(({ name }) => firstName(name)))
  const mine = register?.clients[0]
  const isOther = ({ person }: PersonName) => person !== mine?.client
  return (
    <section className="pt-in-the-way" aria-labelledby={titleId}>
      <h2 className={isOnly ? 'ac-hidden' : 'ac-portal-section'} id={titleId}>
        {t('inTheWay.with', { names })}
      </h2>
      {mine && (
        <p className="ac-muted">
          {t('inTheWay.lead', {
            readers: format.list([
              t('readers.you'),
              ...mine.readers.filter(isOther).map(({ name }) => firstName(name)),
            ]),
          })}
        </p>
      )}
      {register === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {register === undefined && error !== null && (
        <ErrorState
          title={t('inTheWay.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      {register?.mayWrite === false && <p className="pt-closed">{t('inTheWay.closed')}</p>}
      {mine?.barriers.length === 0 && <p className="pt-in-the-way-none">{t('inTheWay.none')}</p>}
      {register && mine && mine.barriers.length > 0 && (
        <ul className="pt-in-the-way-list">
          {mine.barriers.map((barrier) => (
            <BarrierCard key={barrier.id} register={register} of={mine} barrier={barrier} />
          ))}
        </ul>
      )}
      {register?.mayWrite === true && mine && (
        <Button kind="primary" size="large" block onPress={() => setNoticing(true)}>
          {t('inTheWay.add')}
        </Button>
      )}
      {register && mine && isNoticing && (
        <NoticeSheet caseId={of.caseId} of={mine} onClose={() => setNoticing(false)} />
      )}
    </section>
  )
}
