import type { SetUpDraft } from './set-up-draft.js'
import type { Troubles } from './set-up-trouble.js'

/** What every page of the wizard is given. */
export interface StepProps {
  readonly draft: SetUpDraft
  readonly change: (part: Partial<SetUpDraft>) => void
  readonly troubles: Troubles
  /** The clinic's own word for whoever comes to it, so far. */
  readonly word: string
}
