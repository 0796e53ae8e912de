import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { StepProps } from '../step-props.js'
import { DraftField } from './draft-field.js'

export function ClinicStep(step: StepProps) {
  const t = useWebMessages()
  return (
    <DraftField
      {...step}
      field="clinic"
      label={t('setUp.clinic.name')}
      description={t('setUp.clinic.hint')}
      autoComplete="organization"
    />
  )
}
