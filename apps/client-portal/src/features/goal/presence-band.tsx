import { liveParties } from '@accord/domain/case/party'
import type { GoalId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import { useFormat } from '@accord/ui/messages/use-format'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { LiveStrip } from '@accord/ui/presence/live-strip'
import { LateBanner } from '@accord/ui/states/late-banner'
import { OfflineBanner } from '@accord/ui/states/offline-banner'
import { SavedState } from '@accord/ui/states/saved-state'
import { nameOf } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { companyOf, practitionerOf } from './goal-people.js'

interface PresenceBandProps {
  readonly view: LiveView
  readonly plan: Plan
  readonly goal: GoalId
}

/** Under the header: who is here and whether the last words are saved, or that one is offline. */
export function PresenceBand({ view, plan, goal }: PresenceBandProps) {
  const self = useSelf()
  const words = usePresenceWords(view, plan, goal)
  const practitioner = practitionerOf(plan, view.people)
  const company = companyOf(view, goal)
  if (view.saved.kind === 'offline') {
    const other = nameOf(view.people, practitioner?.person ?? self.person.id)
    const joins = practitioner && other !== null ? { name: other } : {}
    return view.isKeptHere ? <OfflineBanner waiting={view.saved.waiting} {...joins} /> : <NotKept />
  }
  if (view.saved.kind === 'late')
    return <LateBanner waiting={view.saved.waiting} isKeptHere={view.isKeptHere} />
  return (
    <LiveStrip
      practitioner={{
        name: practitioner?.name ?? '',
        isPresent: practitioner !== null && company.writers.includes(practitioner.person),
      }}
      client={{ name: self.person.name, isPresent: true }}
      words={words}
      saved={<SavedState saving={view.saved} isShort />}
    />
  )
}

/** Nobody is told that words are safe on a device that can't keep them. (LP13) */
function NotKept() {
  const t = usePortalMessages()
  return (
    <p className="pt-not-kept" role="alert">
      {t('goal.offlineNotKept')}
    </p>
  )
}

function usePresenceWords(view: LiveView, plan: Plan, goal: GoalId): string {
  const t = usePortalMessages()
  const format = useFormat()
  const { writers, inGoal, watchers } = companyOf(view, goal)
  const named = (people: readonly (typeof writers)[number][]) => {
    const names = people.map((person) => nameOf(view.people, person) ?? t('people.former'))
    return { names: format.list(names), count: names.length }
  }
  const self = useSelf().person.id
  const others = liveParties(plan.parties).filter(({ person }) => person !== self)
  const away = named(others.map(({ person }) => person))
  const sentences: string[] = []
  if (inGoal.length > 0) sentences.push(t('goal.writingWithYou', named(inGoal)))
  else if (writers.length > 0) sentences.push(t('goal.here', named(writers)))
  else sentences.push(others.length === 0 ? t('goal.alone') : t('goal.away', away))
  if (watchers.length > 0) sentences.push(t('goal.watching', named(watchers)))
  return sentences.join(' ')
}
