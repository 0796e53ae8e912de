import { useState } from 'react'
import { hasWords } from '@accord/domain/goal/wording'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import type { ConversationCommand } from '@accord/domain/plan/command'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { TextField } from '../controls/text-field.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { newId } from '../live-plan/new-id.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { WordingHints } from '../wording/lazy.js'

export type Saying = 'comment' | 'question' | 'win' | 'topic'

interface SayDialogProps {
  readonly at: GoalAtHand
  readonly saying: Saying
  readonly onClose: () => void
}

/** Something said beside a goal: one field, or for a topic card two. (CM1–CM3) */
export function SayDialog({ at, saying, onClose }: SayDialogProps) {
  const t = useUiMessages()
  const [words, setWords] = useState('')
  const [helps, setHelps] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isTopic = saying === 'topic'
  const missing = (text: string) => (isAsked && !hasWords(text) ? t('talk.missing') : undefined)
  const send = () => {
    setAsked(true)
    if (!hasWords(words) || (isTopic && !hasWords(helps))) return
    at.live.command(commandOf(at, saying, { words: cleanText(words).trim(), helps: cleanText(helps).trim() }))
    onClose()
  }
  return (
    <Dialog
      title={t(`talk.title.${saying}`)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={send}>
            {t(`talk.send.${saying}`)}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <div className="ac-say">
        <TextField
          label={t(`talk.label.${saying}`)}
          description={t(isTopic ? 'talk.topicHint' : 'talk.readers')}
          {...(isTopic ? {} : { lines: 3 })}
          value={words}
          onChange={setWords}
          maxLength={PLAN_LIMITS.longestReason}
          error={missing(words)}
          autoFocus
        />
        <WordingHints text={words} textId={`${at.goal.id} ${saying}`} onText={setWords} />
        {isTopic && (
          <TextField
            label={t('talk.helps')}
            description={t('talk.readers')}
            lines={3}
            value={helps}
            onChange={setHelps}
            maxLength={PLAN_LIMITS.longestReason}
            error={missing(helps)}
          />
        )}
        {isTopic && <WordingHints text={helps} textId={`${at.goal.id} helps`} onText={setHelps} />}
      </div>
    </Dialog>
  )
}

interface Said {
  readonly words: string
  readonly helps: string
}

function commandOf({ goal }: GoalAtHand, saying: Saying, { words, helps }: Said): ConversationCommand {
  switch (saying) {
    case 'comment':
    case 'question':
      return {
        name: 'comment.add',
        goal: goal.id,
        comment: newId(),
        text: words,
        asks: saying === 'question',
      }
    case 'win':
      return { name: 'win.add', goal: goal.id, win: newId(), text: words }
    case 'topic':
      return { name: 'topic.add', goal: goal.id, topic: newId(), about: words, helps }
  }
}
