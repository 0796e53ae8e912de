import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { AGREED_HALVES } from '@accord/ui/seal/seal-half'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import type { OwnQuestionnaire } from '@accord/domain/rest/measures'
import { AddTo } from '../../lib/add-to.js'
import { HelpNow } from '../../lib/help-now.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { firstName } from '../../lib/people.js'
import { keptAnswersQuery } from '../../lib/kept-answers.js'
import { questionnaireQuery } from '../../lib/questionnaires.js'
import { failureOf } from '../../lib/request.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { QuestionnaireForm } from './questionnaire-form.js'

/** What came of it, once it was sent or left for another day. */
interface Done {
  readonly of: OwnQuestionnaire
  readonly status: 'completed' | 'stopped'
  readonly isUrgent: boolean
}

/** Something that one was asked to fill in: as easy to leave as to answer. (ME5, ME6) */
export function QuestionnairePage() {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { request = '' } = useParams()
  const [done, setDone] = useState<Done | null>(null)
  const [isChanging, setIsChanging] = useState(false)
  const { person } = useSelf()
  // What waits on this device joins first, so that the form shows it.
  const { isFetching: isJoining } = useQuery(keptAnswersQuery(person.id))
  const {
    data: of,
    error,
    refetch,
  } = useQuery({
    ...questionnaireQuery(request),
    enabled: done === null && !isJoining,
  })
  const isSent = of?.status === 'completed' || of?.status === 'amended'
  const isAbsent = failureOf(error)?.kind === 'refused'
  const title = of?.title ?? done?.of.title ?? t('form.page')
  return (
    <PortalShell title={title} back={{ href: paths.home, label: t('checkIn.back') }}>
      <PageTitle name={t('form.page')} />
      {done !== null && <AfterIt done={done} />}
      {done === null && of !== undefined && of.mayWrite && (!isSent || isChanging) && (
        <QuestionnaireForm
          key={of.request}
          of={of}
          onDone={(status, isUrgent) => setDone({ of, status, isUrgent })}
        />
      )}
      {done === null && of !== undefined && (!of.mayWrite || (isSent && !isChanging)) && (
        <>
          <EmptyState
            title={t('form.sentBefore')}
            sentence={t(of.mayWrite ? 'form.sentBeforeNext' : 'form.closed')}
            actions={of.mayWrite && <Button onPress={() => setIsChanging(true)}>{t('form.correct')}</Button>}
          />
          {isSent && (
            <div className="pt-beside">
              <AddTo caseId={of.caseId} place={{ kind: 'questionnaire', item: of.request, entry: 0 }} />
            </div>
          )}
        </>
      )}
      {done === null && of === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {done === null && of === undefined && isAbsent && (
        <EmptyState
          title={t('checkIn.absent')}
          sentence={t('form.absentNext')}
          actions={<ButtonLink href={paths.home}>{t('checkIn.back')}</ButtonLink>}
        />
      )}
      {done === null && of === undefined && error !== null && !isAbsent && (
        <ErrorState
          title={t('checkIn.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
    </PortalShell>
  )
}

function AfterIt({ done: { of, status, isUrgent } }: { readonly done: Done }) {
  const t = usePortalMessages()
  const format = useFormat()
  const names = format.list(of.readers.map(({ name }) => firstName(name)))
  return (
    <>
      {isUrgent && <HelpNow reached="told" name={firstName(of.askedBy)} />}
      <EmptyState
        title={t(status === 'completed' ? 'form.done' : 'form.left')}
        sentence={t(status === 'completed' ? 'form.doneNext' : 'form.leftNext', { names })}
        halves={AGREED_HALVES}
        actions={
          <ButtonLink kind={isUrgent ? 'secondary' : 'primary'} href={paths.home}>
            {t('checkIn.back')}
          </ButtonLink>
        }
      />
    </>
  )
}
