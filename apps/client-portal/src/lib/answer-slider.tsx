import { type CSSProperties, useId } from 'react'
import { Button } from '@accord/ui/controls/button'
import { usePortalMessages } from './use-portal-messages.js'

interface AnswerSliderProps {
  readonly question: string
  /** The words at either end. */
  readonly low: string
  readonly high: string
  /** The ends themselves; 0 and 10 unless it is said. */
  readonly min?: number
  readonly max?: number
  /** Null while it is not answered. */
  readonly value: number | null
  readonly onAnswer: (value: number | null) => void
}

/**
 * A question on a scale with words at both ends. Not answered looks and reads differently from every answer, and an
 * answer can be taken back. (CI1)
 */
export function AnswerSlider(props: AnswerSliderProps) {
  const { question, low, high, min = 0, max = 10, value, onAnswer } = props
  const t = usePortalMessages()
  const id = useId()
  const at = value ?? Math.round((min + max) / 2)
  // A device tells of a change only: staying in the middle is an answer as well.
  const stay = () => value === null && onAnswer(at)
  return (
    <div className="pt-answer" data-unset={value === null ? '' : undefined}>
      <div className="pt-answer-head">
        <label htmlFor={id}>{question}</label>
        {value !== null && (
          <Button
            kind="quiet"
            size="small"
            aria-label={t('checkIn.clear', { question })}
            onPress={() => onAnswer(null)}
          >
            {t('checkIn.leaveOut')}
          </Button>
        )}
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={1}
        value={at}
        style={{ '--at': `${((at - min) / (max - min)) * 100}%` } as CSSProperties}
        aria-valuetext={
          value === null ? t('checkIn.unanswered') : t('checkIn.value', { value, min, max, low, high })
        }
        onChange={(event) => onAnswer(Number(event.target.value))}
        onPointerUp={stay}
        onKeyUp={(event) => (event.key === ' ' || event.key === 'Enter') && stay()}
      />
      <div className="pt-answer-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  )
}
