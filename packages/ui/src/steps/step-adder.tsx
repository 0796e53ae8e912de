import { useRef, useState, type SubmitEvent } from 'react'
import type { StepId } from '@accord/domain/ids'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '../controls/button.js'
import { TextField } from '../controls/text-field.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { PlusIcon } from '../icons/plus-icon.js'
import { newId } from '../live-plan/new-id.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { WordingHints } from '../wording/lazy.js'

/** Adds a step: its words first; who and by when can wait. (ST1) */
export function StepAdder({ at, onAdded }: { readonly at: GoalAtHand; readonly onAdded?: () => void }) {
  const t = useUiMessages()
  const [words, setWords] = useState<string>()
  const [isMissing, setMissing] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setWords(undefined)
    setMissing(false)
    // The form goes, and the focus must not go with it.
    requestAnimationFrame(() => opener.current?.focus())
  }
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const text = cleanText(words ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
    if (text === '') {
      setMissing(true)
      return
    }
    at.live.command({ name: 'step.add', goal: at.goal.id, step: newId() as StepId, text })
    onAdded?.()
    close()
  }
  if (words === undefined) {
    return (
      <Button
        ref={opener}
        kind="quiet"
        size="small"
        icon={<PlusIcon size={16} />}
        onPress={() => setWords('')}
      >
        {t('steps.add')}
      </Button>
    )
  }
  return (
    <form className="ac-step-adder" onSubmit={add}>
      <TextField
        label={t('steps.what')}
        placeholder={t('steps.whatHint')}
        value={words}
        onChange={setWords}
        maxLength={PLAN_LIMITS.longest.text}
        error={isMissing && words.trim() === '' ? t('steps.whatMissing') : undefined}
        autoFocus
      />
      <WordingHints text={words} textId={`${at.goal.id} step`} onText={setWords} />
      <div className="ac-row">
        <Button kind="primary" size="small" type="submit">
          {t('steps.addDo')}
        </Button>
        <Button kind="quiet" size="small" onPress={close}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
