/** One page of the wizard each, in their order. */
export const STEPS = ['you', 'clinic', 'words', 'work', 'hours', 'language', 'check'] as const

export type StepId = (typeof STEPS)[number]

export function stepNamed(name: string | null): StepId {
  return STEPS.find((step) => step === name) ?? 'you'
}

export function stepAfter(step: StepId): StepId | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null
}

export function stepBefore(step: StepId): StepId | null {
  return STEPS[STEPS.indexOf(step) - 1] ?? null
}
