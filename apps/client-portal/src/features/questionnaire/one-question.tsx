import { useEffect, useId, useRef } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import type { Question } from '@accord/domain/measure/question'
import { AnswerSlider } from '../../lib/answer-slider.js'

interface OneQuestionProps {
  readonly question: Question
  readonly value: number | null
  readonly onAnswer: (value: number | null) => void
}

/** One question a screen, in the instrument's own words; its heading has the focus, so that it is read first. (ME4) */
export function OneQuestion({ question, value, onAnswer }: OneQuestionProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="pt-question">
      {question.lead !== null && <p className="ac-muted">{question.lead}</p>}
      <h2 id={id} ref={heading} tabIndex={-1} dir="auto">
        {question.text}
      </h2>
      {question.kind === 'scale' ? (
        <AnswerSlider
          question={question.text}
          low={question.low}
          high={question.high}
          min={question.min}
          max={question.max}
          value={value}
          onAnswer={onAnswer}
        />
      ) : (
        <RadioGroup
          className="pt-shown-to"
          aria-labelledby={id}
          value={value === null ? null : String(value)}
          onChange={(said) => onAnswer(Number(said))}
        >
          {question.options.map((option) => (
            <RadioField key={option.value} value={String(option.value)} className="pt-shown-to-field">
              <RadioButton className="pt-shown-to-choice">
                <span className="ac-pill-mark" data-kind="one" aria-hidden="true" />
                <span dir="auto">{option.label}</span>
              </RadioButton>
            </RadioField>
          ))}
        </RadioGroup>
      )}
    </div>
  )
}
