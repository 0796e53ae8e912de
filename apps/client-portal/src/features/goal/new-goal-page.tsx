import { type SubmitEvent, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { liveParties } from '@accord/domain/case/party'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { newDraftId } from '@accord/ui/live-plan/new-goal-id'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { LateBanner } from '@accord/ui/states/late-banner'
import { OfflineBanner } from '@accord/ui/states/offline-banner'
import { guardianNames } from '../../lib/confidence.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { BeginInLog } from './begin-in-log.js'
import { KeepToMyself } from './draft/keep-to-myself.js'
import { useOpenPlan } from './open-plan.js'
import { PlanEnded } from './plan-ended.js'
import { ReadersNote } from './readers-note.js'
import { startGoal } from './start-goal.js'
import { useStartBetween } from './use-start-between.js'
import { type Company, WhoSeesIt } from './who-sees-it.js'

/** The first words of a goal and a short name for it. The plan is open meanwhile, so no network is needed to begin. */
export function NewGoalPage() {
  const t = usePortalMessages()
  const navigate = useNavigate()
  const noteId = useId()
  const formId = useId()
  const { live, view, plan, caseId, closedAt, keptFrom } = useOpenPlan()
  const hasGuardian = liveParties(plan.parties).some(({ relation }) => relation === 'guardian')
  const mayChoose = caseId !== null && hasGuardian && view.me?.relation === 'client'
  const [company, setCompany] = useState<Company>('everybody')
  const isBetween = mayChoose && company === 'confidants'
  const between = useStartBetween(caseId)
  const [words, setWords] = useState('')
  const [name, setName] = useState('')
  const [missing, setMissing] = useState<string>()
  if (view.me === null || closedAt !== null) return <PlanEnded ending="access-ended" />
  const firstWords = () => {
    if (words.trim() !== '' || name.trim() !== '') return { name, words }
    setMissing(t('newGoal.missing'))
    return null
  }
  const start = (event: SubmitEvent) => {
    event.preventDefault()
    const first = firstWords()
    if (first === null) return
    if (isBetween) {
      void between.start(first)
      return
    }
    const goal = startGoal(live, name, words)
    void navigate(paths.goal(plan.log, goal), { replace: true, state: { isFresh: true } })
  }
  const { saved } = view
  return (
    <PortalShell
      title={t('newGoal.title')}
      back={{ href: paths.goals, label: t('goal.back') }}
      banner={
        (saved.kind === 'offline' && view.isKeptHere && <OfflineBanner waiting={saved.waiting} />) ||
        (saved.kind === 'late' && <LateBanner waiting={saved.waiting} isKeptHere={view.isKeptHere} />)
      }
      foot={
        <section className="ac-portal-actions" aria-label={t('goal.next')}>
          <Button
            kind="primary"
            size="large"
            block
            type="submit"
            form={formId}
            isPending={between.stage === 'opening'}
          >
            {t(between.stage === 'opening' ? 'between.opening' : 'newGoal.start')}
          </Button>
          {isBetween && (
            <p className="pt-keep-failed" role="status">
              {between.stage === 'failed' && t('between.failed')}
            </p>
          )}
          {caseId !== null && <KeepToMyself caseId={caseId} firstWords={firstWords} />}
        </section>
      }
    >
      <PageTitle name={t('newGoal.title')} />
      <form id={formId} className="pt-new-goal" onSubmit={start}>
        <TextField
          label={t('goals.start')}
          lines={4}
          autoFocus
          maxLength={PLAN_LIMITS.longest.statement}
          value={words}
          onChange={setWords}
          error={missing}
          aria-describedby={noteId}
        />
        {mayChoose && <WhoSeesIt people={view.people} chosen={company} onChoose={setCompany} />}
        <ReadersNote
          id={noteId}
          plan={plan}
          people={view.people}
          keptFrom={isBetween ? guardianNames(view.people) : keptFrom}
        />
        <TextField
          label={t('goal.name')}
          description={t('newGoal.nameHint')}
          maxLength={PLAN_LIMITS.longest.name}
          value={name}
          onChange={setName}
        />
      </form>
      {between.begun !== null && (
        <BeginInLog {...between.begun} newId={newDraftId} onBegun={between.goThere} />
      )}
    </PortalShell>
  )
}
