import { Dialog } from '../controls/dialog.js'
import type { Voices } from '../attributed-text/author-runs.js'
import { type AuthoredSegment, WordDiff } from '../attributed-text/word-diff.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface ChangeDialogProps {
  readonly segments: readonly AuthoredSegment[]
  readonly voices: Voices
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The agreed words and today's, word by word. (AG8) */
export function ChangeDialog({ segments, voices, isOpen, onClose }: ChangeDialogProps) {
  const t = useUiMessages()
  return (
    <Dialog title={t('change.title')} isOpen={isOpen} onClose={onClose} wide>
      <p className="ac-change">
        <WordDiff segments={segments} voices={voices} />
      </p>
      <p className="ac-muted ac-small">{t('change.removed')}</p>
      <p className="ac-muted ac-small">{t('change.added')}</p>
    </Dialog>
  )
}
