import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CaseSummary } from '@accord/domain/rest/case'
import { Tabs, type TabItem } from '@accord/ui/controls/tabs'
import { useFormat } from '@accord/ui/messages/use-format'
import { useLivePlan } from '@accord/ui/live-plan/use-live-plan'
import { mayWriteIn } from '../../lib/may-write-in.js'
import { NotSavedWords } from '../../lib/not-saved-words.js'
import { RecordRestricted } from '../../lib/record-restricted.js'
import { useSelf } from '../../lib/self-context.js'
import { givenName, voicesOf } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useVoice } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { phasesQuery } from './api/phases.js'
import { AllianceTab } from './alliance/alliance-tab.js'
import { BetweenTab } from './between/between-tab.js'
import { MeasureTab } from './measures/measure-tab.js'
import { SafetyTab } from './safety/safety-tab.js'
import { EndingTab } from './ending/ending-tab.js'
import { CaseHead } from './case-head.js'
import { GoalsTab } from './goals/goals-tab.js'
import { HistoryTab } from './history/history-tab.js'
import { NotesTab } from './notes/notes-tab.js'
import { ProfileTab } from './profile/profile-tab.js'
import type { Room } from './room/room-context.js'
import { SessionsTab } from './session/sessions-tab.js'
import { RoomStatus } from './room/room-status.js'

export type ClientTab =
  | 'goals'
  | 'sessions'
  | 'notes'
  | 'alliance'
  | 'measure'
  | 'history'
  | 'profile'
  | 'safety'
  | 'ending'
  | 'between'
  | 'between-history'

interface OpenClientProps {
  readonly summary: CaseSummary
  readonly tab: ClientTab
}

/** The plan stays open while one goes from its goals to its history, so nothing unsent has to wait. */
export function OpenClient({ summary, tab }: OpenClientProps) {
  const t = useWebMessages()
  const self = useSelf()
  const now = useNow()
  const viewer = self.person.id
  const { live, view } = useLivePlan({ plan: summary.plan, person: viewer })
  useVoice(summary.relation === 'supervisor' ? 'supervisor' : 'practitioner')
  const { plan } = view
  const people = view.people.length > 0 ? view.people : summary.people
  const voices = useMemo(() => voicesOf(people), [people])
  const room: Room | null =
    live && plan && view.phase === 'open'
      ? {
          caseId: summary.caseId,
          isBetween: false,
          live,
          view,
          plan,
          people,
          voices,
          viewer,
          now,
          mayWrite: mayWriteIn(self, summary, plan),
        }
      : null
  const present = new Set<string>(room ? [viewer, ...view.here.map(({ person }) => person)] : [])
  const count = plan?.order.filter((id) => plan.goals[id]?.lifecycle !== 'on-hold').length
  const goals = { id: 'goals', label: t('client.tab.goals'), href: `/clients/${summary.caseId}/goals` }
  const isBetween = tab === 'between' || tab === 'between-history'
  const between = useBetweenTab(summary)
  const ending = useEndingTab(summary, tab)
  // Whatever tab is open says why it isn't any more, as the page does when it is opened anew. (DR34)
  if (view.ended === 'restricted') {
    return (
      <div className="ac-page web-stack">
        <RecordRestricted caseId={summary.caseId} />
        <NotSavedWords view={view} onDismiss={(index) => live?.dismissRefused(index)} />
      </div>
    )
  }
  return (
    <>
      <CaseHead summary={summary} present={present} />
      {room !== null && !isBetween && <RoomStatus room={room} />}
      <Tabs
        label={t('client.tabs')}
        selected={isBetween ? 'between' : tab === 'measure' ? 'alliance' : tab}
        items={[
          count === undefined ? goals : { ...goals, count },
          ...(ending === null ? [] : [ending]),
          ...(between === null ? [] : [between]),
          { id: 'sessions', label: t('client.tab.sessions'), href: `/clients/${summary.caseId}/sessions` },
          { id: 'notes', label: t('client.tab.notes'), href: `/clients/${summary.caseId}/notes` },
          { id: 'alliance', label: t('client.tab.alliance'), href: `/clients/${summary.caseId}/alliance` },
          { id: 'history', label: t('client.tab.history'), href: `/clients/${summary.caseId}/history` },
          { id: 'profile', label: t('client.tab.profile'), href: `/clients/${summary.caseId}/profile` },
          { id: 'safety', label: t('client.tab.safety'), href: `/clients/${summary.caseId}/safety` },
        ]}
      >
        {tab === 'goals' && (
          <GoalsTab
            summary={summary}
            log={summary.plan}
            room={room}
            view={view}
            onDismiss={(index) => live?.dismissRefused(index)}
          />
        )}
        {tab === 'sessions' && <SessionsTab summary={summary} />}
        {tab === 'notes' && <NotesTab summary={summary} />}
        {tab === 'history' && (
          <HistoryTab summary={summary} log={summary.plan} plan={plan} headSeq={view.seq} />
        )}
        {tab === 'alliance' && <AllianceTab summary={summary} />}
        {tab === 'measure' && <MeasureTab summary={summary} />}
        {tab === 'safety' && <SafetyTab summary={summary} />}
        {tab === 'ending' && <EndingTab summary={summary} />}
        {tab === 'profile' && <ProfileTab summary={summary} />}
        {isBetween && <BetweenTab summary={summary} shows={tab === 'between' ? 'goals' : 'history'} />}
      </Tabs>
    </>
  )
}

/** A tab of its own while the work is in its last phase, or one is there; the phases lead there at any time. (EN1) */
function useEndingTab({ caseId }: CaseSummary, tab: ClientTab): TabItem | null {
  const t = useWebMessages()
  const { data: phases } = useQuery(phasesQuery(caseId))
  if (tab !== 'ending' && phases?.history.at(-1)?.phase !== 'termination') return null
  return { id: 'ending', label: t('client.tab.ending'), href: `/clients/${caseId}/ending` }
}

/** A tab of its own where something is, or may be, kept from a guardian; a supervisor begins nothing. (CF6) */
function useBetweenTab({ confidential, relation, people, caseId }: CaseSummary): TabItem | null {
  const t = useWebMessages()
  const format = useFormat()
  if (confidential === null || (confidential.log === null && relation === 'supervisor')) return null
  const named = (of: string) =>
    format.list(people.filter((one) => one.relation === of).map(({ name }) => givenName(name)))
  const clients = named('client')
  const label =
    relation === 'supervisor'
      ? t('client.tab.betweenThem', { clients, practitioners: named('practitioner') })
      : t('client.tab.between', { clients })
  const count = confidential.goals.filter(({ lifecycle }) => lifecycle !== 'on-hold').length
  return { id: 'between', label, href: `/clients/${caseId}/between`, ...(count === 0 ? {} : { count }) }
}
