import { useState } from 'react'
import { CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components'
import { isCalendarDay, type Step } from '@accord/domain/goal/step'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { TextField } from '../controls/text-field.js'
import { GoalEditor } from '../goal-editor/lazy.js'
import { type GoalAtHand, nameAmong } from '../goal/goal-at-hand.js'
import { CheckIcon } from '../icons/check-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { StepAnswer } from './step-answer.js'
import { possibleDoers, stepStanding } from './step-standing.js'

interface StepDialogProps {
  readonly at: GoalAtHand
  readonly step: Step
  readonly onClose: () => void
}

/** All of a step: its words and why it helps, live; who and by when; and the answers to it. */
export function StepDialog({ at, step, onClose }: StepDialogProps) {
  const t = useUiMessages()
  const { live, goal, mayWrite } = at
  const [due, setDue] = useState(step.due ?? '')
  const place = { goal: goal.id, step: step.id }
  const plan = (changes: Partial<Pick<Step, 'who' | 'due'>>) =>
    live.command({ name: 'step.plan', ...place, who: step.who, due: step.due, ...changes })
  const keepDue = () => {
    const day = isCalendarDay(due) ? due : null
    if (day !== step.due && (day !== null || due === '')) plan({ due: day })
  }
  const close = () => {
    if (mayWrite) keepDue()
    onClose()
  }
  return (
    <Dialog
      title={t('steps.title')}
      isOpen
      onClose={close}
      actions={
        <Button kind="primary" onPress={close}>
          {t('steps.close')}
        </Button>
      }
    >
      <div className="ac-step-dialog">
        <LiveBox at={at} step={step} field="text" />
        <LiveBox at={at} step={step} field="helps" />
        {mayWrite && (
          <>
            <Doers at={at} step={step} onChange={(who) => plan({ who })} />
            <TextField label={t('steps.by')} type="date" value={due} onChange={setDue} onBlur={keepDue} />
          </>
        )}
        <StepAnswer at={at} step={step} {...stepStanding(t, at, step)} isWhole />
      </div>
    </Dialog>
  )
}

interface LiveBoxProps {
  readonly at: GoalAtHand
  readonly step: Step
  readonly field: 'text' | 'helps'
}

function LiveBox({ at, step, field }: LiveBoxProps) {
  const t = useUiMessages()
  const { live, goal, voices, mayWrite } = at
  if (!mayWrite && step[field].text === '') return null
  return (
    <div>
      <p className="ac-label">{t(`steps.label.${field}`)}</p>
      <div className="ac-live-box">
        <GoalEditor
          live={live}
          place={{ goal: goal.id, step: step.id, field }}
          voices={voices}
          label={t(`steps.label.${field}`)}
          placeholder={t(`steps.hint.${field}`)}
          isReadOnly={!mayWrite}
          ownFlag="none"
          isChecked
        />
      </div>
    </div>
  )
}

interface DoersProps {
  readonly at: GoalAtHand
  readonly step: Step
  readonly onChange: (who: Step['who']) => void
}

function Doers({ at, step, onChange }: DoersProps) {
  const t = useUiMessages()
  const people = possibleDoers(at)
  return (
    <CheckboxGroup
      className="ac-checks"
      value={[...step.who]}
      onChange={(chosen) => onChange(people.filter((person) => chosen.includes(person)))}
    >
      <Label className="ac-label">{t('steps.who')}</Label>
      <div className="ac-row">
        {people.map((person) => (
          <CheckboxField key={person} value={person}>
            <CheckboxButton className="ac-check" data-relation={at.voices[person]?.relation}>
              {({ isSelected }) => (
                <>
                  <span aria-hidden="true">{isSelected && <CheckIcon size={14} />}</span>
                  {nameAmong(t, at.voices, person)}
                </>
              )}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  )
}
