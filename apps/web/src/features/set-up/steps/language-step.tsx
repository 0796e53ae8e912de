import { OnePill } from '@accord/ui/controls/choice-pills'
import { SearchChoice } from '@accord/ui/controls/search-choice'
import { LANGUAGES } from '../../../lib/languages.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { StepProps } from '../step-props.js'
import { timeZones } from '../time-zones.js'

const ZONES = timeZones()

export function LanguageStep({ draft, change, troubles }: StepProps) {
  const t = useWebMessages()
  return (
    <>
      <OnePill
        label={t('setUp.language.label')}
        description={t('setUp.language.hint')}
        choices={LANGUAGES}
        chosen={draft.language}
        onChoose={(language) => change({ language })}
      />
      <SearchChoice
        label={t('setUp.language.zone')}
        description={t('setUp.language.zoneHint')}
        items={ZONES}
        chosen={draft.timeZone}
        onChoose={(timeZone) => change({ timeZone: timeZone ?? '' })}
        nothing={t('setUp.language.zoneNothing')}
        error={troubles.timeZone?.sentence}
      />
    </>
  )
}
