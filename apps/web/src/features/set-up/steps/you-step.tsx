import { NewPasswordField } from '@accord/ui/new-password/new-password-field'
import { ManyPills } from '@accord/ui/controls/choice-pills'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { StepProps } from '../step-props.js'
import { DraftField } from './draft-field.js'

interface YouStepProps extends StepProps {
  readonly password: string
  readonly onPassword: (password: string) => void
  readonly isAsked: boolean
}

export function YouStep({ password, onPassword, isAsked, ...step }: YouStepProps) {
  const t = useWebMessages()
  const { draft, change } = step
  return (
    <>
      <DraftField {...step} field="name" label={t('setUp.you.name')} autoComplete="name" />
      <DraftField
        {...step}
        field="email"
        type="email"
        label={t('setUp.you.email')}
        description={t('setUp.you.emailHint')}
        autoComplete="username"
      />
      <NewPasswordField value={password} onChange={onPassword} owner={draft} isAsked={isAsked} />
      <ManyPills
        label={t('setUp.you.also')}
        description={t('setUp.you.alsoHint')}
        choices={[{ id: 'sees', label: t('setUp.you.sees') }]}
        chosen={draft.practises ? ['sees'] : []}
        onChoose={(chosen) => change({ practises: chosen.length > 0 })}
      />
    </>
  )
}
