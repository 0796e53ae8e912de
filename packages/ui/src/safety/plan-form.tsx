import { useState, type ReactNode, type SubmitEvent } from 'react'
import {
  hasPhones,
  LONGEST_SAFETY_LINE,
  MOST_SAFETY_LINES,
  SAFETY_STEPS,
  type SafetyStep,
  type SafetySteps,
} from '@accord/domain/safety/safety-plan'
import { Button } from '../controls/button.js'
import { IconButton } from '../controls/icon-button.js'
import { TextField } from '../controls/text-field.js'
import { CloseIcon } from '../icons/close-icon.js'
import { PlusIcon } from '../icons/plus-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import {
  addLine,
  draftOf,
  isNumber,
  removeLine,
  stepsOf,
  withLine,
  type DraftLine,
  type PlanDraft,
} from './plan-draft.js'

interface PlanFormProps {
  readonly steps: SafetySteps
  readonly isSaving: boolean
  readonly onSave: (steps: SafetySteps) => void
  readonly onCancel: () => void
  /** Who reads it, beside the boxes, and what went wrong. */
  readonly children: ReactNode
}

/** Writes a safety plan, step by step; nothing of it has to be filled in. (SA6) */
export function PlanForm({ steps, isSaving, onSave, onCancel, children }: PlanFormProps) {
  const t = useUiMessages()
  const [draft, setDraft] = useState(() => draftOf(steps))
  const isFit = SAFETY_STEPS.every((step) => draft[step].every(({ phone }) => isNumber(phone)))
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (isFit && !isSaving) onSave(stepsOf(draft))
  }
  return (
    <form className="ac-safety-form" onSubmit={save} noValidate>
      {SAFETY_STEPS.map((step) => (
        <StepFields key={step} step={step} draft={draft} onChange={setDraft} />
      ))}
      {children}
      <div className="ac-row">
        <Button kind="primary" type="submit" isPending={isSaving}>
          {t('safety.save')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface StepFieldsProps {
  readonly step: SafetyStep
  readonly draft: PlanDraft
  readonly onChange: (draft: PlanDraft) => void
}

function StepFields({ step, draft, onChange }: StepFieldsProps) {
  const t = useUiMessages()
  const lines = draft[step]
  return (
    <fieldset className="ac-safety-step">
      <legend className="ac-subheading">{t(`safety.${step}`)}</legend>
      <p className="ac-muted ac-small">{t(`safety.${step}.hint`)}</p>
      {lines.map((line, at) => (
        <LineFields
          key={at}
          number={at + 1}
          step={step}
          line={line}
          onChange={(next) => onChange(withLine(draft, step, at, next))}
          onRemove={() => onChange(removeLine(draft, step, at))}
        />
      ))}
      {lines.length < MOST_SAFETY_LINES && (
        <Button
          kind="quiet"
          size="small"
          icon={<PlusIcon size={16} />}
          aria-label={t('safety.addTo', { step: t(`safety.${step}`) })}
          onPress={() => onChange(addLine(draft, step))}
        >
          {t('safety.add')}
        </Button>
      )}
    </fieldset>
  )
}

interface LineFieldsProps {
  readonly number: number
  readonly step: SafetyStep
  readonly line: DraftLine
  readonly onChange: (line: DraftLine) => void
  readonly onRemove: () => void
}

function LineFields({ number, step, line, onChange, onRemove }: LineFieldsProps) {
  const t = useUiMessages()
  const named = { step: t(`safety.${step}`), number }
  return (
    <div className="ac-safety-line">
      <TextField
        label={t('safety.line', named)}
        value={line.words}
        onChange={(words) => onChange({ ...line, words })}
        maxLength={LONGEST_SAFETY_LINE}
      />
      {hasPhones(step) && (
        <TextField
          label={t('safety.phone', named)}
          placeholder={t('safety.phoneHint')}
          inputMode="tel"
          value={line.phone}
          onChange={(phone) => onChange({ ...line, phone })}
          error={isNumber(line.phone) ? undefined : t('safety.phoneWrong')}
        />
      )}
      <IconButton label={t('safety.remove', named)} size="small" onPress={onRemove}>
        <CloseIcon />
      </IconButton>
    </div>
  )
}
