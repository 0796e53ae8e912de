import { CheckboxButton, CheckboxField, CheckboxGroup, FieldError, Label } from 'react-aria-components'
import { EMERGENCY_PARTS, type EmergencyPart } from '@accord/domain/emergency/opening'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface GlassPartsProps {
  readonly parts: readonly EmergencyPart[]
  readonly isMissing: boolean
  readonly onChange: (parts: readonly string[]) => void
}

/** What is needed, and no more: each part by itself. (EM4) */
export function GlassParts({ parts, isMissing, onChange }: GlassPartsProps) {
  const t = useWebMessages()
  return (
    <CheckboxGroup value={[...parts]} onChange={onChange} isInvalid={isMissing}>
      <Label className="ac-label">{t('emergency.parts')}</Label>
      <div className="web-glass-parts">
        {EMERGENCY_PARTS.map((part) => (
          <div key={part}>
            <CheckboxField value={part}>
              <CheckboxButton className="ac-check ac-tick-box">
                {({ isSelected }) => (
                  <>
                    <span aria-hidden="true">{isSelected && <CheckIcon size={18} />}</span>
                    <bdi className="web-glass-part">
                      <b>{t(`emergency.parts.${part}`)}</b> {t(`emergency.parts.${part}.hint`)}
                    </bdi>
                  </>
                )}
              </CheckboxButton>
            </CheckboxField>
          </div>
        ))}
      </div>
      <FieldError className="ac-field-error">
        <ErrorIcon size={16} />
        <span>{t('emergency.parts.missing')}</span>
      </FieldError>
    </CheckboxGroup>
  )
}
