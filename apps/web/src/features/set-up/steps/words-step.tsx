import { OnePill } from '@accord/ui/controls/choice-pills'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { StepProps } from '../step-props.js'
import { DraftField } from './draft-field.js'

export function WordsStep(step: StepProps) {
  const t = useWebMessages()
  const { draft, change } = step
  return (
    <>
      <OnePill
        label={t('setUp.words.label')}
        choices={(['client', 'patient', 'person', 'own'] as const).map((word) => ({
          id: word,
          label: t('setUp.words.choice', { word }),
        }))}
        chosen={draft.word}
        onChoose={(word) => change({ word })}
      />
      {draft.word === 'own' && (
        <DraftField {...step} field="ownWord" label={t('setUp.words.own')} description={t('setUp.words.ownHint')} />
      )}
    </>
  )
}
