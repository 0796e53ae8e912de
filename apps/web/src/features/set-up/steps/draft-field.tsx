import { TextField } from '@accord/ui/controls/text-field'
import type { SetUpDraft } from '../set-up-draft.js'
import type { StepProps } from '../step-props.js'

type TextKey = { [K in keyof SetUpDraft]: SetUpDraft[K] extends string ? K : never }[keyof SetUpDraft]

interface DraftFieldProps extends Pick<StepProps, 'draft' | 'change' | 'troubles'> {
  readonly field: TextKey & ('name' | 'email' | 'clinic')
  readonly label: string
  readonly description?: string
  readonly type?: string
  readonly autoComplete?: string
}

/** One line of the draft, with what is wrong with it and what to put there instead. */
export function DraftField({ draft, change, troubles, field, ...words }: DraftFieldProps) {
  const trouble = troubles[field]
  const fix = trouble?.fix && {
    label: trouble.fix.label,
    onAccept: () => change(trouble.fix?.part ?? {}),
  }
  return (
    <TextField
      {...words}
      name={field}
      value={draft[field]}
      onChange={(value) => change({ [field]: value })}
      error={trouble?.sentence}
      fix={fix}
      maxLength={200}
    />
  )
}
