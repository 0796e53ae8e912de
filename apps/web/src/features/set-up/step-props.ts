import type { SetUpDraft } from './set-up-draft.js'
import type { Troubles } from './set-up-trouble.js'

/** What every page of the wizard is given. */
export interface StepProps {
  readonly draft: SetUpDraft
  readonly change: (part: Partial<SetUpDraft>) => void
  readonly troubles: Troubles
}
