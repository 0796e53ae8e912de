import type { Goal } from '@accord/domain/goal/goal'
import type { Refused } from '@accord/domain/sync/client-state'
import { StaleAgreement } from '@accord/ui/agreement/stale-agreement'
import { Button } from '@accord/ui/controls/button'
import { ErrorState } from '@accord/ui/states/error-state'
import { NotSavedBox } from '@accord/ui/states/not-saved-box'
import { OPEN_HALVES } from '@accord/ui/seal/seal-half'
import { nameOf } from '../../lib/people.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { lastWriter } from './goal-standing.js'
import type { OpenPlan } from './open-plan.js'

interface UnsavedBoxesProps {
  readonly open: Pick<OpenPlan, 'live' | 'view'>
  readonly goal: Goal | null
}

/** What the server did not take: the words, for their writer to keep, or the answer that didn't count. */
export function UnsavedBoxes({ open, goal }: UnsavedBoxesProps) {
  const { live, view } = open
  return view.notSaved.map((refused, index) => (
    <UnsavedBox
      key={index}
      open={open}
      goal={goal}
      refused={refused}
      onDismiss={() => live.dismissRefused(index)}
    />
  ))
}

interface UnsavedBoxProps extends UnsavedBoxesProps {
  readonly refused: Refused
  readonly onDismiss: () => void
}

function UnsavedBox({ open, goal, refused, onDismiss }: UnsavedBoxProps) {
  const t = usePortalMessages()
  const writer = goal && lastWriter(goal)
  const name = (writer && nameOf(open.view.people, writer)) ?? t('people.former')
  if (refused.words.length > 0) {
    return <NotSavedBox words={refused.words.map(({ words }) => words).join('\n\n')} onDismiss={onDismiss} />
  }
  if (refused.code === 'words-changed') {
    return <StaleAgreement name={name} halves={OPEN_HALVES} onRead={onDismiss} />
  }
  return (
    <ErrorState
      title={t('refused.title')}
      sentence={refused.code === 'case-closed' ? t('refused.closed') : t('refused.sentence')}
      actions={<Button onPress={onDismiss}>{t('refused.understood')}</Button>}
    />
  )
}
