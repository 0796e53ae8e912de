import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { peopleQuery } from '../api/people.js'
import { DeskFrame } from '../desk-frame.js'
import { OpenCaseForm } from './open-case-form.js'

/** A piece of work begins: who with whom, and what that lets each of them do. */
export function OpenCasePage() {
  const t = useWebMessages()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { data: people, error, refetch } = useQuery(peopleQuery)
  return (
    <DeskFrame
      tab="cases"
      title={t('desk.cases.open')}
      crumbs={[{ label: t('desk.cases.title'), href: '/administration/cases' }]}
    >
      <ConsoleColumns
        sideLabel={t('desk.effect.label')}
        side={
          <section className="web-desk-box">
            <h2 className="ac-subheading">{t('desk.effect.label')}</h2>
            <p className="ac-muted ac-small">{t('desk.effect.openParties')}</p>
            <p className="ac-muted ac-small">{t('desk.effect.openSupervisor')}</p>
            <p className="ac-muted ac-small">{t('desk.effect.openDesk')}</p>
          </section>
        }
      >
        <h1 className="ac-title web-desk-title">{t('desk.cases.open')}</h1>
        {people === undefined ? (
          error === null ? (
            <GoalSkeleton sentence={t('desk.people.loading')} />
          ) : (
            <FailedPage error={error} what={t('desk.people.what')} onRetry={() => void refetch()} />
          )
        ) : (
          <OpenCaseForm
            people={people}
            client={search.get('client')}
            onOpened={({ caseId }) => {
              toasts.add({ kind: 'done', words: t('desk.cases.opened') })
              void navigate(`/administration/cases/${caseId}`, { replace: true })
            }}
          />
        )}
      </ConsoleColumns>
    </DeskFrame>
  )
}
