import { type ReactNode, useId, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { agreementOf, type Agreement } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { GoalId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { ChangeAnnouncer } from '@accord/ui/goal-editor/change-announcer'
import { WhoseGoalNote } from '@accord/ui/whose-goal/whose-goal-note'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { AgreedGoal } from './agreed-goal.js'
import { GoalActions } from './goal-actions.js'
import { goalFamilyOf } from './goal-people.js'
import { GoalParts } from './goal-parts.js'
import { GoalFoot } from './goal-foot.js'
import { GoalWords } from './goal-words.js'
import { HowLink } from '../../lib/how-link.js'
import { type OpenPlan, useOpenPlan } from './open-plan.js'
import { PlanEnded } from './plan-ended.js'
import { PresenceBand } from './presence-band.js'
import { AgreedFoot, SetAsideFoot } from './quiet-feet.js'
import { ReadersNote } from './readers-note.js'
import { UnsavedBoxes } from './unsaved-boxes.js'
import { useAgreedMoment } from './use-agreed-moment.js'

/** One goal, written together. */
export function GoalPage() {
  const { goal: id } = useParams()
  const open = useOpenPlan()
  const goal = id === undefined ? undefined : goalOf(open.plan, id as GoalId)
  if (!goal) return <PlanEnded ending="not-found" />
  return <LiveGoal key={goal.id} open={open} goal={goal} />
}

interface LiveGoalProps {
  readonly open: OpenPlan
  readonly goal: Goal
}

function LiveGoal({ open, goal }: LiveGoalProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const [now] = useState(() => new Date())
  const [isRewording, setRewording] = useState(false)
  const isFresh = useIsFresh()
  const readersId = useId()
  const { view, plan, closedAt } = open
  const agreement = agreementOf(goal, plan.parties)
  const isSettled = useAgreedMoment(agreement.kind === 'agreed')
  const isSetAside = goal.lifecycle === 'on-hold'
  const mayWrite = view.me !== null && closedAt === null
  const showsAgreed = isSettled && !isRewording && !isSetAside
  const name = goal.name.text === '' ? ui('goal.unnamed') : goal.name.text
  return (
    <PortalShell
      title={name}
      back={{ href: paths.goals, label: t('goal.back') }}
      actions={mayWrite && <GoalActions open={open} goal={goal} />}
      banner={<PresenceBand view={view} plan={plan} goal={goal.id} />}
      foot={
        mayWrite && footOf({ open, goal, agreement, now, showsAgreed, onReword: () => setRewording(true) })
      }
    >
      <PageTitle name={t('goal.page')} />
      <ChangeAnnouncer live={open.live} />
      <UnsavedBoxes open={open} goal={goal} />
      {closedAt !== null && <ClosedNote closedAt={closedAt} now={now} />}
      {isSetAside && <SetAsideNote reason={goal.setAsideBecause} />}
      {showsAgreed ? (
        <>
          <AgreedGoal open={open} goal={goal} agreement={agreement} now={now} />
          {open.keptFrom !== null && (
            <ReadersNote id={readersId} plan={plan} people={view.people} keptFrom={open.keptFrom} />
          )}
        </>
      ) : (
        <GoalWords
          open={open}
          goal={goal}
          isReadOnly={!mayWrite || isSetAside}
          isFocused={isFresh || isRewording}
        />
      )}
      <WhoseGoalNote family={goalFamilyOf(open, goal)} />
      <GoalParts open={open} goal={goal} mayWrite={mayWrite && !isSetAside} now={now} />
      <HowLink href={paths.how(plan.log, goal.id)} />
    </PortalShell>
  )
}

interface FootProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly agreement: Agreement
  readonly now: Date
  readonly showsAgreed: boolean
  readonly onReword: () => void
}

function footOf({ open, goal, agreement, now, showsAgreed, onReword }: FootProps): ReactNode {
  if (goal.lifecycle === 'on-hold') return <SetAsideFoot open={open} goal={goal} />
  if (showsAgreed) return <AgreedFoot onChange={onReword} />
  return <GoalFoot open={open} goal={goal} agreement={agreement} now={now} />
}

function ClosedNote({ closedAt, now }: { readonly closedAt: number; readonly now: Date }) {
  const t = usePortalMessages()
  const format = useFormat()
  return <p className="pt-closed">{t('goals.closed', { day: format.day(new Date(closedAt), now) })}</p>
}

function SetAsideNote({ reason }: { readonly reason: string | null }) {
  const t = usePortalMessages()
  const hasReason = reason !== null && reason !== ''
  return <p className="pt-closed">{hasReason ? t('setAside.because', { reason }) : t('setAside.is')}</p>
}

/** True on the page that somebody comes to from starting the goal: then they go on writing at once. */
function useIsFresh(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'isFresh' in state
}
