import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { NotSavedBox } from '@accord/ui/states/not-saved-box'

interface NotSavedWordsProps {
  readonly view: LiveView
  /** Forgets the words at this place. */
  readonly onDismiss: (index: number) => void
}

/** Words that couldn't be saved, until their writer has them. (LP13) */
export function NotSavedWords({ view, onDismiss }: NotSavedWordsProps) {
  return view.notSaved.map(({ words }, index) =>
    words.length === 0 ? null : (
      <NotSavedBox
        key={index}
        words={words.map((one) => one.words).join('\n\n')}
        onDismiss={() => onDismiss(index)}
      />
    ),
  )
}
