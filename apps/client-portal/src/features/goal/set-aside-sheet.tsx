import { useState } from 'react'
import { PLAN_LIMITS } from '@accord/domain/plan/limits'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { TextField } from '@accord/ui/controls/text-field'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface SetAsideSheetProps {
  readonly onSetAside: (reason: string) => void
  readonly onClose: () => void
}

/** Setting aside is no failure and no end; why is worth a line, and nobody has to give one. */
export function SetAsideSheet({ onSetAside, onClose }: SetAsideSheetProps) {
  const t = usePortalMessages()
  const [reason, setReason] = useState('')
  return (
    <Sheet title={t('setAside.title')} isOpen onClose={onClose}>
      <p className="ac-muted">{t('setAside.note')}</p>
      <div className="pt-sheet-field">
        <TextField
          label={t('setAside.reason')}
          description={t('setAside.reasonHint')}
          lines={3}
          maxLength={PLAN_LIMITS.longestReason}
          value={reason}
          onChange={setReason}
        />
      </div>
      <Button kind="primary" size="large" block onPress={() => onSetAside(cleanText(reason).trim())}>
        {t('setAside.do')}
      </Button>
    </Sheet>
  )
}
