import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useId } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Goal } from '@accord/domain/goal/goal'
import { hasWords } from '@accord/domain/goal/wording'
import type { CaseSummary } from '@accord/domain/rest/case'
import { SHARED } from '@accord/domain/rest/own-log'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { ReadersBox } from '@accord/ui/private/readers-box'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { casesQuery } from '../../../lib/cases.js'
import { PageTitle } from '../../../lib/page-title.js'
import { paths } from '../../../lib/paths.js'
import { firstName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import type { OpenPlan } from '../open-plan.js'
import { SetAsideFoot } from '../quiet-feet.js'
import { UnsavedBoxes } from '../unsaved-boxes.js'
import { DraftActions } from './draft-actions.js'
import { DraftBanner } from './draft-banner.js'
import { DraftShared } from './draft-shared.js'
import { DraftWords } from './draft-words.js'
import { shareDraft } from './share-draft.js'
import { useSharing, type Sharing } from '@accord/ui/private/use-sharing'

interface DraftGoalProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly summary: CaseSummary
}

/** One draft: to write, to leave alone, or to share with one act. (DR1, DR3) */
export function DraftGoal({ open, goal, summary }: DraftGoalProps) {
  const t = usePortalMessages()
  const sentenceId = useId()
  const isFresh = useIsFresh()
  const { live } = open
  const { parties: names, readers } = useOtherNames(summary)
  const isInPlan = summary.goals.some(({ id }) => id === goal.id)
  const isMarked = goal.lifecycle === 'on-hold' && goal.setAsideBecause === SHARED
  useEffect(() => {
    // Whatever ended the device after the words were in the plan: what was begun is finished here. (DR3)
    if (isInPlan && !isMarked) live.command({ name: 'goal.setAside', goal: goal.id, reason: SHARED })
  }, [isInPlan, isMarked, live, goal.id])
  const { sharing, begin, keep } = useSharing(useShare(open, goal, summary))
  if (isInPlan || isMarked) return <DraftShared plan={summary.plan} goal={goal.id} />
  const isKept = sharing.kind === 'kept' || sharing.kind === 'failed'
  const isPutAway = goal.lifecycle === 'on-hold'
  const mayWrite = open.closedAt === null
  return (
    <PortalShell
      title={goal.name.text === '' ? t('draft.unnamed') : goal.name.text}
      back={{ href: paths.goals, label: t('goal.back') }}
      actions={mayWrite && isKept && !isPutAway && <DraftActions open={open} goal={goal} />}
      banner={<DraftBanner view={open.view} />}
      foot={
        mayWrite &&
        isKept &&
        (isPutAway ? (
          <SetAsideFoot open={open} goal={goal} />
        ) : (
          <ShareFoot goal={goal} names={names} readers={readers} sharing={sharing} onShare={begin} />
        ))
      }
    >
      <PageTitle name={t('draft.page')} />
      <UnsavedBoxes open={open} goal={goal} />
      {isPutAway && <PutAwayNote reason={goal.setAsideBecause} />}
      <ReadersBox
        standing={isKept ? 'private' : 'soon'}
        sentenceId={sentenceId}
        sentence={<ReadersSentence sharing={sharing} names={names} readers={readers} />}
        action={
          sharing.kind === 'soon' && (
            <Button size="small" autoFocus onPress={keep}>
              {t('draft.keepIt')}
            </Button>
          )
        }
      >
        <DraftWords
          open={open}
          goal={goal}
          isReadOnly={!isKept || !mayWrite || isPutAway}
          isFocused={isFresh}
          describedBy={sentenceId}
        />
      </ReadersBox>
    </PortalShell>
  )
}

function PutAwayNote({ reason }: { readonly reason: string | null }) {
  const t = usePortalMessages()
  const hasReason = reason !== null && reason !== ''
  return (
    <p className="pt-closed">{hasReason ? t('draft.putAwayBecause', { reason }) : t('draft.putAwayIs')}</p>
  )
}

function useShare({ live }: OpenPlan, goal: Goal, summary: CaseSummary) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { plan } = summary
  return useCallback(async () => {
    const end = await shareDraft(plan, goal)
    if (end !== 'shared') return end
    // First the plan has it, then the draft is set aside: a crash in between leaves it shared once. (DR3)
    live.command({ name: 'goal.setAside', goal: goal.id, reason: SHARED })
    void client.invalidateQueries(casesQuery)
    void navigate(paths.goal(plan, goal.id), { replace: true })
    return end
  }, [client, navigate, live, goal, plan])
}

interface ShareFootProps {
  readonly goal: Goal
  readonly names: string
  readonly readers: string
  readonly sharing: Sharing
  readonly onShare: () => void
}

function ShareFoot({ goal, names, readers, sharing, onShare }: ShareFootProps) {
  const t = usePortalMessages()
  const noteId = useId()
  const isEmpty = !hasWords(goal.statement.text)
  const sentence = () => {
    if (sharing.kind === 'failed')
      return t(sharing.why === 'unreachable' ? 'draft.shareFailed' : 'draft.shareRefused')
    return isEmpty ? t('draft.shareEmpty') : t('draft.shareNow', { readers })
  }
  return (
    <section className="ac-portal-actions" aria-label={t('goal.next')}>
      <p className="ac-muted pt-share-note" id={noteId} role="status">
        {sentence()}
      </p>
      <Button kind="primary" size="large" block blockedBy={isEmpty ? noteId : undefined} onPress={onShare}>
        {t('draft.share', { names })}
      </Button>
    </section>
  )
}

interface ReadersSentenceProps {
  readonly sharing: Sharing
  readonly names: string
  readonly readers: string
}

function ReadersSentence({ sharing, names, readers }: ReadersSentenceProps) {
  const t = usePortalMessages()
  const b = (children: ReactNode) => <b>{children}</b>
  switch (sharing.kind) {
    case 'soon':
      return t.rich('draft.soon', { names, seconds: sharing.seconds, b })
    case 'sharing':
      return t.rich('draft.sharing', { b })
    case 'kept':
    case 'failed':
      return readers === ''
        ? t.rich('draft.onlyYouAlone', { b })
        : t.rich('draft.onlyYou', { names: readers, b })
  }
}

/** Whom it would be shared with: the other parties, who write along; and all who could then read it. */
function useOtherNames({ people }: CaseSummary): { readonly parties: string; readonly readers: string } {
  const format = useFormat()
  const self = useSelf()
  const others = people.filter(({ person }) => person !== self.person.id)
  const parties = others.filter(({ relation }) => relation !== 'supervisor' && relation !== 'administrator')
  const listOf = (some: typeof others) => format.list(some.map(({ name }) => firstName(name)))
  return { parties: listOf(parties), readers: listOf(others) }
}

/** True on the page that somebody comes to from starting the draft: then they go on writing at once. */
function useIsFresh(): boolean {
  const state: unknown = useLocation().state
  return typeof state === 'object' && state !== null && 'isFresh' in state
}
