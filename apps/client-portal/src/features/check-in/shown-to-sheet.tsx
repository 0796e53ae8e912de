import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { SHOWN_TO, type ShownTo } from '@accord/domain/alliance/check-in'
import type { OwnCheckIn } from '@accord/domain/rest/alliance'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { useShownToWords } from './shown-to-words.js'

interface ShownToSheetProps {
  readonly of: OwnCheckIn
  readonly chosen: ShownTo
  readonly onChoose: (shownTo: ShownTo) => void
  readonly onClose: () => void
}

/** Who sees it, and when: the client's own choice, each with what it means. (CI3) */
export function ShownToSheet({ of, chosen, onChoose, onClose }: ShownToSheetProps) {
  const t = usePortalMessages()
  const words = useShownToWords(of)
  const choices = SHOWN_TO.filter((shownTo) => shownTo !== 'supervisor' || words.hasSupervisor)
  const choose = (value: string) => {
    const found = choices.find((choice) => choice === value)
    if (found) onChoose(found)
  }
  return (
    <Sheet title={t('checkIn.who')} isOpen onClose={onClose}>
      <RadioGroup className="pt-shown-to" value={chosen} onChange={choose}>
        <Label className="ac-hidden">{t('checkIn.who')}</Label>
        {choices.map((shownTo) => (
          <RadioField key={shownTo} value={shownTo} className="pt-shown-to-field">
            <RadioButton className="pt-shown-to-choice">
              <span className="ac-pill-mark" data-kind="one" aria-hidden="true" />
              <span>
                <b>{words.sentence(shownTo)}</b>
                <span className="ac-muted">{words.note(shownTo)}</span>
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <Button kind="primary" size="large" block onPress={onClose}>
        {t('checkIn.chosen')}
      </Button>
    </Sheet>
  )
}
