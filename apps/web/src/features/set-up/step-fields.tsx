import type { StepProps } from './step-props.js'
import type { StepId } from './set-up-steps.js'
import { CheckStep } from './steps/check-step.js'
import { ClinicStep } from './steps/clinic-step.js'
import { HoursStep } from './steps/hours-step.js'
import { LanguageStep } from './steps/language-step.js'
import { WordsStep } from './steps/words-step.js'
import { WorkStep } from './steps/work-step.js'
import { YouStep } from './steps/you-step.js'

interface StepFieldsProps extends StepProps {
  readonly step: StepId
  readonly password: string
  readonly onPassword: (password: string) => void
  readonly isAsked: boolean
}

export function StepFields({ step, password, onPassword, isAsked, ...props }: StepFieldsProps) {
  switch (step) {
    case 'you':
      return <YouStep {...props} password={password} onPassword={onPassword} isAsked={isAsked} />
    case 'clinic':
      return <ClinicStep {...props} />
    case 'words':
      return <WordsStep {...props} />
    case 'work':
      return <WorkStep {...props} />
    case 'hours':
      return <HoursStep {...props} />
    case 'language':
      return <LanguageStep {...props} />
    case 'check':
      return <CheckStep {...props} />
  }
}
