import { WORDS_FOR_CLIENT } from '@accord/domain/rest/set-up'
import { OnePill } from '@accord/ui/controls/choice-pills'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { StepProps } from '../step-props.js'

export function WordsStep({ draft, change }: StepProps) {
  const t = useWebMessages()
  return (
    <OnePill
      label={t('setUp.words.label')}
      choices={WORDS_FOR_CLIENT.map((word) => ({ id: word, label: t('setUp.words.choice', { word }) }))}
      chosen={draft.word}
      onChoose={(word) => change({ word })}
    />
  )
}
