import { useCallback, useEffect, useId, useState } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import { putAwayReason, SHARED } from '@accord/domain/rest/own-log'
import { IconButton } from '@accord/ui/controls/icon-button'
import { GoalEditor } from '@accord/ui/goal-editor/lazy'
import { GoalMenu } from '@accord/ui/goal/goal-menu'
import { CloseIcon } from '@accord/ui/icons/close-icon'
import type { LivePlan, LiveView } from '@accord/ui/live-plan/live-plan'
import { PrivatePaper } from '@accord/ui/private/private-paper'
import { useSharing } from '@accord/ui/private/use-sharing'
import { SavedState } from '@accord/ui/states/saved-state'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { shareDraft } from '../api/share-draft.js'
import { NotSavedWords } from '../../../lib/not-saved-words.js'
import { useRoom } from '../room/room-context.js'
import { PutAwayDialog } from './put-away-dialog.js'
import { ShareFoot } from './share-foot.js'

interface DraftPaperProps {
  readonly live: LivePlan
  readonly view: LiveView
  readonly goal: Goal
  readonly onClose: () => void
}

/** A draft to write, to close, to put away, or to share with one act. (DR1, DR3, DR6) */
export function DraftPaper({ live, view, goal, onClose }: DraftPaperProps) {
  const t = useWebMessages()
  const footId = useId()
  const { plan, voices } = useRoom()
  const [isClosing, setClosing] = useState(false)
  const [isPuttingAway, setPuttingAway] = useState(false)
  const share = useCallback(async () => {
    const end = await shareDraft(plan.log, goal)
    if (end !== 'shared') return end
    // First the plan has it, then the draft is set aside: a crash in between leaves it shared once. (DR3)
    live.command({ name: 'goal.setAside', goal: goal.id, reason: SHARED })
    return end
  }, [plan.log, goal, live])
  const { sharing, begin, keep } = useSharing(share)
  const isSetAside = goal.lifecycle === 'on-hold'
  const isLeaving = isClosing || isSetAside
  const isGone = isLeaving && view.saved.kind !== 'saving' && view.saved.kind !== 'late'
  useEffect(() => {
    // Only when that is stored: the list that is asked for then knows of it.
    if (isGone) onClose()
  }, [isGone, onClose])
  const isKept = !isSetAside && (sharing.kind === 'kept' || sharing.kind === 'failed')
  const name = goal.name.text === '' ? t('drafts.unnamed') : goal.name.text
  const shared = { live, voices, isPlain: true, ownFlag: 'none', isReadOnly: !isKept } as const
  const actions = (
    <>
      <GoalMenu
        name={name}
        choices={[{ id: 'put-away', label: t('drafts.putAway'), isDisabled: !isKept }]}
        onChoose={() => setPuttingAway(true)}
      />
      <IconButton label={t('drafts.close')} size="small" onPress={() => setClosing(true)}>
        <CloseIcon size={16} />
      </IconButton>
    </>
  )
  return (
    <div className="web-draft-paper">
      <PrivatePaper title={t('drafts.title')} actions={actions}>
        <NotSavedWords view={view} onDismiss={live.dismissRefused.bind(live)} />
        <div className="web-draft-name">
          <GoalEditor
            {...shared}
            place={{ goal: goal.id, field: 'name' }}
            label={t('drafts.nameLabel')}
            placeholder={t('goals.namePlaceholder')}
          />
        </div>
        <GoalEditor
          {...shared}
          place={{ goal: goal.id, field: 'statement' }}
          label={t('drafts.label')}
          placeholder={t('drafts.placeholder')}
          describedBy={footId}
          isFocused
          isChecked
        />
        <span className="web-assume-saved">
          <SavedState saving={view.saved} isShort />
        </span>
      </PrivatePaper>
      <ShareFoot id={footId} goal={goal} sharing={sharing} onShare={begin} onKeep={keep} />
      {isPuttingAway && (
        <PutAwayDialog
          onClose={() => setPuttingAway(false)}
          onPutAway={(reason) => {
            live.command({ name: 'goal.setAside', goal: goal.id, reason: putAwayReason(reason) })
            setPuttingAway(false)
          }}
        />
      )}
    </div>
  )
}
