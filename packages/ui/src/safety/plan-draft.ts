import {
  DIALLED,
  NO_SAFETY_STEPS,
  SAFETY_STEPS,
  type SafetyLine,
  type SafetyStep,
  type SafetySteps,
} from '@accord/domain/safety/safety-plan'

/** A line as it is typed: a number that is not one yet is words still. */
export interface DraftLine {
  readonly words: string
  readonly phone: string
}

export type PlanDraft = Readonly<Record<SafetyStep, readonly DraftLine[]>>

const EMPTY: DraftLine = { words: '', phone: '' }

/** Every step has a line to write in. */
export function draftOf(steps: SafetySteps): PlanDraft {
  return eachStep((step) => {
    const lines = steps[step].map(({ words, phone }) => ({ words, phone: phone ?? '' }))
    return lines.length === 0 ? [EMPTY] : lines
  })
}

/** What would be saved: lines without words are none. */
export function stepsOf(draft: PlanDraft): SafetySteps {
  return eachStep((step) =>
    draft[step].flatMap(({ words, phone }): readonly SafetyLine[] => {
      if (words.trim() === '') return []
      return [{ words: words.trim(), phone: phone.trim() === '' ? null : phone.trim() }]
    }),
  )
}

export function isNumber(phone: string): boolean {
  return phone.trim() === '' || (phone.trim().length <= 30 && DIALLED.test(phone.trim()))
}

export function withLine(draft: PlanDraft, step: SafetyStep, at: number, line: DraftLine): PlanDraft {
  return { ...draft, [step]: draft[step].map((one, index) => (index === at ? line : one)) }
}

export function addLine(draft: PlanDraft, step: SafetyStep): PlanDraft {
  return { ...draft, [step]: [...draft[step], EMPTY] }
}

export function removeLine(draft: PlanDraft, step: SafetyStep, at: number): PlanDraft {
  const left = draft[step].filter((_, index) => index !== at)
  return { ...draft, [step]: left.length === 0 ? [EMPTY] : left }
}

function eachStep<Lines>(make: (step: SafetyStep) => Lines): Record<SafetyStep, Lines> {
  const all = SAFETY_STEPS.map((step) => [step, make(step)] as const)
  return { ...NO_SAFETY_STEPS, ...Object.fromEntries(all) } as Record<SafetyStep, Lines>
}
