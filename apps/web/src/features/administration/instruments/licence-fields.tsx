import { TextField } from '@accord/ui/controls/text-field'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** What the administrator attests, as it is typed. */
export interface LicenceDraft {
  readonly holder: string
  readonly reference: string
  readonly words: string
  readonly expiresOn: string
}

export const NO_LICENCE: LicenceDraft = { holder: '', reference: '', words: '', expiresOn: '' }

interface LicenceFieldsProps {
  readonly licence: LicenceDraft
  readonly onChange: (licence: LicenceDraft) => void
  readonly isAsked: boolean
}

/** That the clinic may use it: who holds the licence, under which reference, in the administrator's own words. (ME8) */
export function LicenceFields({ licence, onChange, isAsked }: LicenceFieldsProps) {
  const t = useWebMessages()
  const missing = (field: keyof LicenceDraft) =>
    isAsked && licence[field].trim() === '' ? t('instruments.licence.missing') : undefined
  const isDay = licence.expiresOn === '' || /^\d{4}-\d{2}-\d{2}$/.test(licence.expiresOn)
  return (
    <fieldset className="web-desk-fields">
      <legend>{t('instruments.licence.title')}</legend>
      <p className="ac-muted ac-small">{t('instruments.licence.means')}</p>
      <TextField
        label={t('instruments.licence.holder')}
        value={licence.holder}
        onChange={(holder) => onChange({ ...licence, holder })}
        maxLength={200}
        error={missing('holder')}
      />
      <TextField
        label={t('instruments.licence.reference')}
        value={licence.reference}
        onChange={(reference) => onChange({ ...licence, reference })}
        maxLength={200}
        error={missing('reference')}
      />
      <TextField
        label={t('instruments.licence.words')}
        description={t('instruments.licence.hint')}
        lines={3}
        value={licence.words}
        onChange={(words) => onChange({ ...licence, words })}
        maxLength={1000}
        error={missing('words')}
      />
      <TextField
        label={t('instruments.licence.until')}
        type="date"
        value={licence.expiresOn}
        onChange={(expiresOn) => onChange({ ...licence, expiresOn })}
        error={isDay ? undefined : t('instruments.licence.day')}
      />
    </fieldset>
  )
}
