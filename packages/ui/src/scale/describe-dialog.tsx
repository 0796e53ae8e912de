import { useState, type SubmitEvent, useId } from 'react'
import { LEVELS } from '@accord/domain/goal/scale'
import { hasWords } from '@accord/domain/goal/wording'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { TextField } from '../controls/text-field.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { hopeWords } from './rating-words.js'
import { isRatedBy, newestScale } from './series.js'

interface DescribeDialogProps {
  readonly at: GoalAtHand
  readonly onClose: () => void
}

const LONGEST_LEVEL = 300
const EXAMPLES = ['muchLess', 'less', 'as', 'more', 'muchMore'] as const

/** The five levels in people's own words, the highest first as on the ladder. (GS1, GS2) */
export function DescribeDialog({ at, onClose }: DescribeDialogProps) {
  const t = useUiMessages()
  const ui = useFormat()
  const formId = useId()
  const { live, goal } = at
  const scale = newestScale(goal)
  const [levels, setLevels] = useState<readonly string[]>(scale?.levels ?? LEVELS.map(() => ''))
  const [isAsked, setAsked] = useState(false)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!levels.every(hasWords)) return
    const cleaned = levels.map((level) => cleanText(level).trim())
    live.command({ name: 'scale.describe', goal: goal.id, levels: cleaned })
    onClose()
  }
  return (
    <Dialog
      title={t('scale.describeTitle')}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button kind="primary" type="submit" form={formId}>
            {t('scale.describeDo')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p className="ac-muted">{t('scale.describeLead')}</p>
      {scale && isRatedBy(goal, scale.version) && <p className="ac-note">{t('scale.describeFrozen')}</p>}
      <form id={formId} className="ac-levels" onSubmit={send} noValidate>
        {[4, 3, 2, 1, 0].map((index) => {
          const value = index - 2
          const words = levels[index] ?? ''
          return (
            <TextField
              key={index}
              label={t('scale.level', { value: ui.signed(value), words: hopeWords(t, value) })}
              placeholder={t(`scale.example.${EXAMPLES[index] ?? 'as'}`)}
              value={words}
              onChange={(next) => setLevels(levels.map((level, other) => (other === index ? next : level)))}
              maxLength={LONGEST_LEVEL}
              error={isAsked && !hasWords(words) ? t('scale.levelMissing') : undefined}
            />
          )
        })}
      </form>
    </Dialog>
  )
}
