import { useState } from 'react'
import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { Agreement } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import { wordingHash } from '@accord/domain/goal/wording'
import { cleanText } from '@accord/domain/text/characters'
import { AgreementSheet } from '@accord/ui/agreement/agreement-sheet'
import { ChangeDialog } from '@accord/ui/agreement/change-dialog'
import { ringWords } from '@accord/ui/agreement/sheet-words'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { changedWords } from './changed-words.js'
import { voicesOf } from './goal-people.js'
import { agreementParties, blockOf } from './goal-standing.js'
import type { OpenPlan } from './open-plan.js'
import { useKeyboardUp } from './use-keyboard-up.js'

interface GoalFootProps {
  readonly open: OpenPlan
  readonly goal: Goal
  readonly agreement: Agreement
  readonly now: Date
}

/** In reach of a thumb: the seal, what it means, and one's own answer to exactly these words. */
export function GoalFoot({ open, goal, agreement, now }: GoalFootProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const isCompact = useKeyboardUp()
  const [isComparing, setComparing] = useState(false)
  const { live, view } = open
  const parties = agreementParties(agreement, view, t('people.former'))
  const before = agreement.kind === 'lapsed' ? agreement.before : null
  const agreedAt = agreement.kind === 'agreed' ? new Date(agreement.since) : null
  const answer = (kind: AnswerKind, reason: string | null) =>
    live.command({
      name: 'agreement.answer',
      goal: goal.id,
      answer: kind,
      reason: reason === null ? null : cleanText(reason),
      // The words on screen; should they have changed at the server meanwhile, the answer doesn't count. (AG6)
      wording: wordingHash(goal.id, goal.statement.text),
      readAt: view.seq,
    })
  return (
    <>
      <AgreementSheet
        standing={agreement.kind}
        parties={parties}
        blocked={blockOf(view, goal, t('people.former'))}
        ring={ringWords(ui, format, { names: parties.map(({ name }) => name), agreedAt, now })}
        agreedDay={before ? format.day(new Date(before.at), now) : undefined}
        isCompact={isCompact}
        onAgree={() => answer('agree', null)}
        onAnswer={answer}
        onSeeChange={before ? () => setComparing(true) : undefined}
      />
      {before && (
        <ChangeDialog
          segments={changedWords(before.statement, goal.statement)}
          voices={voicesOf(view.people)}
          isOpen={isComparing}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  )
}
