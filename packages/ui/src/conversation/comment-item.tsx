import { useState, type SubmitEvent } from 'react'
import type { GoalComment } from '@accord/domain/goal/conversation'
import { hasWords } from '@accord/domain/goal/wording'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '../controls/button.js'
import { Chip } from '../controls/chip.js'
import { TextField } from '../controls/text-field.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { WordingHints } from '../wording/lazy.js'
import { SaidBy } from './said-by.js'

interface CommentItemProps {
  readonly at: GoalAtHand
  readonly comment: GoalComment
}

/** Something said, or a question with its answer or the way to give one. (CM1) */
export function CommentItem({ at, comment }: CommentItemProps) {
  const t = useUiMessages()
  const { asks, answer } = comment
  return (
    <>
      <SaidBy at={at} said={comment} />
      {asks && answer === null && (
        <div className="ac-row">
          <Chip tone="attention">{t('talk.open')}</Chip>
          {at.mayWrite && comment.by !== at.viewer && <AnswerForm at={at} comment={comment} />}
        </div>
      )}
      {answer && (
        <div className="ac-talk-answer">
          <SaidBy at={at} said={answer} />
        </div>
      )}
    </>
  )
}

function AnswerForm({ at, comment }: CommentItemProps) {
  const t = useUiMessages()
  const [words, setWords] = useState<string>()
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (words === undefined || !hasWords(words)) return
    const text = cleanText(words).trim()
    at.live.command({ name: 'comment.answer', goal: at.goal.id, comment: comment.id, text })
  }
  if (words === undefined) {
    return (
      <Button size="small" onPress={() => setWords('')}>
        {t('talk.answer')}
      </Button>
    )
  }
  return (
    <form className="ac-say" onSubmit={send}>
      <TextField
        label={t('talk.yourAnswer')}
        lines={2}
        value={words}
        onChange={setWords}
        maxLength={PLAN_LIMITS.longestReason}
        autoFocus
      />
      <WordingHints text={words} textId={comment.id} onText={setWords} />
      <div className="ac-row">
        <Button kind="primary" size="small" type="submit" isDisabled={!hasWords(words)}>
          {t('talk.answerDo')}
        </Button>
        <Button kind="quiet" size="small" onPress={() => setWords(undefined)}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
