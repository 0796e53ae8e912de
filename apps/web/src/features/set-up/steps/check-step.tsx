import { useFormat } from '@accord/ui/messages/use-format'
import { languageNamed } from '../../../lib/languages.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { WEEKDAYS } from '../set-up-draft.js'
import type { StepProps } from '../step-props.js'

/** All of it once more, before anything is made. */
export function CheckStep({ draft }: StepProps) {
  const t = useWebMessages()
  const format = useFormat()
  const open = WEEKDAYS.filter((day) => draft.hours[day].isOpen)
  const hours = open.map((day) => {
    const { from, to } = draft.hours[day]
    return t('setUp.check.day', { day: t('setUp.hours.day', { day }), from, to })
  })
  const facts: readonly (readonly [string, string])[] = [
    [t('setUp.check.you'), `${draft.name}, ${draft.email}`],
    [t('setUp.check.roles'), t('setUp.check.rolesOf', { practises: draft.practises ? 'yes' : 'no' })],
    [t('setUp.check.clinic'), draft.clinic],
    [t('setUp.check.word'), t('setUp.words.choice', { word: draft.word })],
    [
      t('setUp.check.work'),
      format.list(draft.disciplines.map((discipline) => t('discipline', { discipline }))),
    ],
    [t('setUp.check.hours'), hours.length === 0 ? t('setUp.hours.none') : hours.join(' · ')],
    [t('setUp.check.language'), languageNamed(draft.language)],
    [t('setUp.check.zone'), draft.timeZone.replaceAll('_', ' ')],
  ]
  return (
    <dl className="web-facts">
      {facts.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
