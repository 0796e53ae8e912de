import { useState } from 'react'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { TextField } from '@accord/ui/controls/text-field'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

const WORDS = {
  goal: {
    title: 'setAside.title',
    note: 'setAside.note',
    hint: 'setAside.reasonHint',
    act: 'setAside.do',
  },
  draft: {
    title: 'draft.putAwayTitle',
    note: 'draft.putAwayNote',
    hint: 'draft.putAwayHint',
    act: 'draft.putAway',
  },
} as const

interface SetAsideSheetProps {
  /** A draft of one's own, or a goal that others read too. */
  readonly of?: keyof typeof WORDS
  readonly onSetAside: (reason: string) => void
  readonly onClose: () => void
}

/** Setting aside is no failure and no end; why is worth a line, and nobody has to give one. */
export function SetAsideSheet({ of = 'goal', onSetAside, onClose }: SetAsideSheetProps) {
  const t = usePortalMessages()
  const [reason, setReason] = useState('')
  return (
    <Sheet title={t(WORDS[of].title)} isOpen onClose={onClose}>
      <p className="ac-muted">{t(WORDS[of].note)}</p>
      <div className="pt-sheet-field">
        <TextField
          label={t('setAside.reason')}
          description={t(WORDS[of].hint)}
          lines={3}
          maxLength={PLAN_LIMITS.longestReason}
          value={reason}
          onChange={setReason}
        />
      </div>
      <Button kind="primary" size="large" block onPress={() => onSetAside(cleanText(reason).trim())}>
        {t(WORDS[of].act)}
      </Button>
    </Sheet>
  )
}
