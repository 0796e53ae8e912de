import { type CSSProperties, useId } from 'react'
import { Button } from '@accord/ui/controls/button'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface AnswerSliderProps {
  readonly question: string
  /** The words at either end. */
  readonly low: string
  readonly high: string
  /** From 0 to 10; null while it is not answered. */
  readonly value: number | null
  readonly onAnswer: (value: number | null) => void
}

const MIDDLE = 5

/**
 * A question from 0 to 10 with words at both ends. Not answered looks and reads differently from every answer, and an
 * answer can be taken back. (CI1)
 */
export function AnswerSlider({ question, low, high, value, onAnswer }: AnswerSliderProps) {
  const t = usePortalMessages()
  const id = useId()
  const at = value ?? MIDDLE
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
        min={0}
        max={10}
        step={1}
        value={at}
        style={{ '--at': `${at * 10}%` } as CSSProperties}
        aria-valuetext={value === null ? t('checkIn.unanswered') : t('checkIn.value', { value, low, high })}
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
