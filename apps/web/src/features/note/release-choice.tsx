import {
  DELAY_REASONS,
  LONGEST_REASON,
  WITHHOLD_REASONS,
  type DelayReason,
  type ReleaseChoice,
  type WithholdReason,
} from '@accord/domain/note/release'
import { cleanText } from '@accord/domain/text/characters'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { ManyPills, OnePill } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { useWebMessages } from '../../lib/use-web-messages.js'

const KINDS = ['released', 'delayed', 'withheld'] as const

/** What is being decided, before all of it is said. */
export interface ReleaseWish {
  readonly kind: (typeof KINDS)[number]
  readonly guardians: boolean
  /** A day of the calendar, as the device's own picker writes it. */
  readonly until: string
  readonly delay: DelayReason
  readonly withhold: WithholdReason
  readonly words: string
}

export const SHOW_AT_ONCE: ReleaseWish = {
  ...{ kind: 'released', guardians: false, until: '' },
  ...{ delay: 'talk-first', withhold: 'third-person', words: '' },
}

/** The decision; null while the day is missing. */
export function choiceOf(wish: ReleaseWish): ReleaseChoice | null {
  const to = wish.guardians ? 'everybody' : 'clients'
  const words = wish.words.trim()
  switch (wish.kind) {
    case 'released':
      return { kind: 'released', to }
    case 'delayed': {
      const until = Date.parse(`${wish.until}T00:00:00`)
      return Number.isNaN(until) ? null : { kind: 'delayed', to, until, reason: wish.delay, words }
    }
    case 'withheld':
      return { kind: 'withheld', reason: wish.withhold, words }
  }
}

interface ReleaseChoicesProps {
  readonly wish: ReleaseWish
  readonly names: string
  readonly hasGuardian: boolean
  readonly onChange: (wish: ReleaseWish) => void
}

/** When its client reads it: at once, from a day on, or not; with a reason for anything but the first. (NO13) */
export function ReleaseChoices({ wish, names, hasGuardian, onChange }: ReleaseChoicesProps) {
  const t = useWebMessages()
  const change = (part: Partial<ReleaseWish>) => onChange({ ...wish, ...part })
  return (
    <div className="web-note-release">
      <OnePill
        label={t('note.release', { names })}
        choices={KINDS.map((id) => ({ id, label: t(`note.release.${id}`) }))}
        chosen={wish.kind}
        onChoose={(kind) => change({ kind })}
      />
      {wish.kind === 'delayed' && (
        <>
          <TextField
            label={t('note.release.until')}
            type="date"
            value={wish.until}
            onChange={(until) => change({ until })}
          />
          <ChoiceField
            label={t('note.release.why')}
            choices={DELAY_REASONS.map((id) => ({ id, label: t(`note.reason.${id}`) }))}
            chosen={wish.delay}
            onChoose={(delay) => change({ delay })}
          />
        </>
      )}
      {wish.kind === 'withheld' && (
        <ChoiceField
          label={t('note.release.why')}
          choices={WITHHOLD_REASONS.map((id) => ({ id, label: t(`note.reason.${id}`) }))}
          chosen={wish.withhold}
          onChoose={(withhold) => change({ withhold })}
        />
      )}
      {wish.kind !== 'released' && (
        <TextField
          label={t('note.release.words')}
          description={t('note.release.words.readers')}
          lines={2}
          maxLength={LONGEST_REASON}
          value={wish.words}
          onChange={(words) => change({ words: cleanText(words) })}
        />
      )}
      {hasGuardian && wish.kind !== 'withheld' && (
        <ManyPills
          label={t('note.release.others')}
          choices={[{ id: 'guardians', label: t('note.release.guardians') }]}
          chosen={wish.guardians ? ['guardians'] : []}
          onChoose={(chosen) => change({ guardians: chosen.length > 0 })}
        />
      )}
    </div>
  )
}
