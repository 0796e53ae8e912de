import type { TextPlace } from '@accord/domain/goal/field'
import type { Voices } from '../attributed-text/author-runs.js'
import type { LivePlan } from '../live-plan/live-plan.js'

export interface GoalEditorProps {
  readonly live: LivePlan
  /** Which text; stable for as long as the component has the same `key`. */
  readonly place: TextPlace
  /** People by id; memoise it, since another object is another set of people. */
  readonly voices: Voices
  /** The editor's accessible name, such as "Goal statement, shared with Jonah". */
  readonly label: string
  readonly placeholder?: string
  /** Without the authors' marks. */
  readonly isPlain?: boolean
  readonly isReadOnly?: boolean
  /** What the own caret's flag says: "You" in the portal. */
  readonly ownFlag?: 'you' | 'name' | 'none'
  readonly isFocused?: boolean
  /** Shared words, about which their writer gets hints where they want them. (WC7) */
  readonly isChecked?: boolean
  /** The id of a sentence that describes the text. */
  readonly describedBy?: string
  /** The person left with Escape, or with Enter in a name or a step. */
  readonly onLeave?: () => void
}
