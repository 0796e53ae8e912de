import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import type { AttentionList } from '@accord/domain/rest/attention'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { AGREED_HALVES } from '@accord/ui/seal/seal-half'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { attentionQuery, concernsOf, lookConcernsOf } from '../../lib/attention.js'
import { casesQuery } from '../../lib/cases.js'
import { PageTitle } from '../../lib/page-title.js'
import { firstName } from '../../lib/people.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { useRooms } from '../../lib/rooms.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { withWords } from '../../lib/words.js'
import { AskedSessions } from '../../lib/asked-sessions.js'
import { Bell } from './bell.js'
import { ConcernList } from './concern-list.js'
import { FirstConcern } from './first-concern.js'
import { GoalsGlance } from './goals-glance.js'
import { LookNews } from './look-news.js'
import { NextSession } from './next-session.js'
import { SessionNews } from './session-news.js'

/** What is asked comes with its answer from the server, after the first screen is there. */
const AskedConsents = lazy(async () => ({
  default: (await withWords(import('../../lib/asked-consents.js'))).AskedConsents,
}))
const AskedQuestionnaires = lazy(async () => ({
  default: (await withWords(import('../../lib/asked-questionnaires.js'))).AskedQuestionnaires,
}))

const GuardianNews = lazy(async () => ({
  default: (await withWords(import('./guardian-news.js'))).GuardianNews,
}))
const StepsThisWeek = lazy(async () => ({
  default: (await withWords(import('./steps-this-week.js'))).StepsThisWeek,
}))
const RecordLooks = lazy(async () => ({
  default: (await withWords(import('./record-looks.js'))).RecordLooks,
}))

interface HomePageProps {
  readonly account: ReactNode
  /** What was written without a network and has no place any more. */
  readonly unsent: ReactNode
}

/** The first screen: one small thing to do, then what else there is. */
export function HomePage({ account, unsent }: HomePageProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { person } = useSelf()
  const rooms = useRooms('home')
  const { data: list, error, refetch } = useQuery(attentionQuery)
  const actions = (
    <>
      <Bell />
      {account}
    </>
  )
  return (
    <PortalShell title={t('home.hello', { name: firstName(person.name) })} actions={actions} rooms={rooms}>
      <PageTitle name={t('rooms.home')} />
      {unsent}
      {list !== undefined && <Waiting list={list} />}
      {list === undefined && error === null && <GoalSkeleton sentence={ui('loading.page')} />}
      {list === undefined && error !== null && (
        <ErrorState
          title={t('home.failed')}
          sentence={troubleSentence(t, error)}
          onRetry={() => void refetch()}
        />
      )}
      <Cases />
    </PortalShell>
  )
}

function Waiting({ list }: { readonly list: AttentionList }) {
  const t = usePortalMessages()
  const [first, ...others] = concernsOf(list)
  return (
    <>
      {first === undefined ? (
        <EmptyState title={t('home.empty')} sentence={t('home.emptyNext')} halves={AGREED_HALVES} />
      ) : (
        <FirstConcern concern={first} />
      )}
      <Suspense>
        <AskedQuestionnaires />
        <AskedConsents />
      </Suspense>
      <AskedSessions />
      {others.length > 0 && (
        <section aria-labelledby="also">
          <h2 className="ac-portal-section" id="also">
            {t('home.also')}
          </h2>
          <ConcernList concerns={others} />
        </section>
      )}
      <SessionNews list={list} />
      <LookNews concerns={lookConcernsOf(list)} />
      <Suspense>
        <GuardianNews />
      </Suspense>
      <NextSession />
      <Suspense>
        <StepsThisWeek list={list} />
      </Suspense>
    </>
  )
}

function Cases() {
  const { data: list } = useQuery(casesQuery)
  if (list === undefined || list.cases.length === 0) return null
  return (
    <>
      <GoalsGlance cases={list.cases} />
      <Suspense>
        {list.cases.map(({ caseId }) => (
          <RecordLooks key={caseId} caseId={caseId} />
        ))}
      </Suspense>
    </>
  )
}
