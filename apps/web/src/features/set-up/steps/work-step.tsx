import { DISCIPLINES } from '@accord/domain/case/discipline'
import { ManyPills } from '@accord/ui/controls/choice-pills'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { StepProps } from '../step-props.js'

export function WorkStep({ draft, change, troubles }: StepProps) {
  const t = useWebMessages()
  return (
    <ManyPills
      label={t('setUp.work.label')}
      description={t('setUp.work.hint')}
      choices={DISCIPLINES.map((discipline) => ({ id: discipline, label: t('discipline', { discipline }) }))}
      chosen={draft.disciplines}
      onChoose={(disciplines) => change({ disciplines })}
      error={troubles.disciplines?.sentence}
    />
  )
}
