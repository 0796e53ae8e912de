import type { ConsentPoint } from '@accord/domain/consent/text'
import { LONGEST_CONSENT } from '@accord/domain/rest/consent'
import { Button } from '@accord/ui/controls/button'
import { TextField } from '@accord/ui/controls/text-field'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface PointFieldsProps {
  readonly points: readonly ConsentPoint[]
  readonly onChange: (points: readonly ConsentPoint[]) => void
}

/** Points that a client acknowledges one by one. (CO3) */
export function PointFields({ points, onChange }: PointFieldsProps) {
  const t = useWebMessages()
  const change = (at: number, changes: Partial<ConsentPoint>) =>
    onChange(points.map((point, index) => (index === at ? { ...point, ...changes } : point)))
  return (
    <fieldset className="web-text-points">
      <legend className="ac-subheading">{t('texts.points')}</legend>
      {points.map((point, index) => (
        <div key={index} className="web-text-point">
          <TextField
            label={t('texts.point.title', { number: `${index + 1}` })}
            maxLength={LONGEST_CONSENT.title}
            value={point.title}
            onChange={(title) => change(index, { title })}
          />
          <TextField
            label={t('texts.point.words', { number: `${index + 1}` })}
            lines={2}
            maxLength={LONGEST_CONSENT.words}
            value={point.words}
            onChange={(words) => change(index, { words })}
          />
          <Button
            size="small"
            kind="quiet"
            onPress={() => onChange(points.filter((_, other) => other !== index))}
          >
            {t('texts.point.remove', { number: `${index + 1}` })}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        isDisabled={points.length >= LONGEST_CONSENT.points}
        onPress={() => onChange([...points, { title: '', words: '' }])}
      >
        {t('texts.point.add')}
      </Button>
    </fieldset>
  )
}
