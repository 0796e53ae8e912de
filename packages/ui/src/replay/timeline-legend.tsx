import type { Voice, Voices } from '../attributed-text/author-runs.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface TimelineLegendProps {
  readonly voices: Voices
  readonly hasPins: boolean
}

/** What the marks on the line mean. */
export function TimelineLegend({ voices, hasPins }: TimelineLegendProps) {
  const t = useUiMessages()
  const format = useFormat()
  const named = (is: (voice: Voice) => boolean) =>
    format.list(
      Object.values(voices)
        .filter(is)
        .map(({ name }) => name),
    )
  const above = named(({ relation }) => relation === 'practitioner')
  const below = named(({ relation }) => relation === 'client' || relation === 'guardian')
  return (
    <p className="ac-timeline-legend">
      <span data-relation="practitioner">{t('replay.above', { names: above })}</span>
      <span data-relation="client">{t('replay.below', { names: below })}</span>
      <span>{t('replay.ring')}</span>
      <span>{t('replay.openRing')}</span>
      {hasPins && <span>{t('replay.flag')}</span>}
    </p>
  )
}
