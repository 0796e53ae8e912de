import { useState } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { LEVELS, type RatedOn } from '@accord/domain/goal/scale'
import { Button } from '../controls/button.js'
import { Dialog } from '../controls/dialog.js'
import { ToggleGroup } from '../controls/toggle-group.js'
import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { newestScale, presentSeries } from './series.js'

interface RateDialogProps {
  readonly at: GoalAtHand
  readonly onClose: () => void
}

const TENTHS = Array.from({ length: 11 }, (_, value) => value)

/** How far somebody thinks the goal has come, in their own series: by the ladder's words, or from 0 to 10. (GS3) */
export function RateDialog({ at, onClose }: RateDialogProps) {
  const t = useUiMessages()
  const { live, goal, viewer } = at
  const scale = newestScale(goal)
  const [kind, setKind] = useState<RatedOn['kind']>(scale ? 'scale' : 'progress')
  const own = presentSeries(goal).find((one) => one.person === viewer && one.on.kind === kind)
  const [chosen, setChosen] = useState<string | null>(null)
  const value = chosen ?? (own ? String(own.latest.value) : null)
  const on: RatedOn = kind === 'scale' && scale ? { kind, version: scale.version } : { kind: 'progress' }
  const send = () => {
    if (value === null) return
    live.command({ name: 'rating.give', goal: goal.id, on, value: Number(value) })
    onClose()
  }
  return (
    <Dialog
      title={t('scale.rateTitle')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={value === null} onPress={send}>
            {t('scale.rateDo')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p className="ac-muted">{t('scale.rateLead')}</p>
      {scale && (
        <ToggleGroup
          label={t('scale.by')}
          chosen={kind}
          onChoose={(next) => {
            setKind(next)
            setChosen(null)
          }}
          choices={[
            { id: 'scale', label: t('scale.byWords') },
            { id: 'progress', label: t('scale.byTen') },
          ]}
        />
      )}
      {on.kind === 'scale' && scale ? (
        <Rungs levels={scale.levels} value={value} onChoose={setChosen} />
      ) : (
        <Tenths value={value} onChoose={setChosen} />
      )}
    </Dialog>
  )
}

interface ChoiceProps {
  readonly value: string | null
  readonly onChoose: (value: string) => void
}

function Rungs({ levels, value, onChoose }: ChoiceProps & { readonly levels: readonly string[] }) {
  const t = useUiMessages()
  const format = useFormat()
  return (
    <RadioGroup className="ac-answers" aria-label={t('scale.rateTitle')} value={value} onChange={onChoose}>
      {[...LEVELS].reverse().map((level) => (
        <RadioField key={level} value={String(level)}>
          <RadioButton className="ac-answer">
            <span className="ac-num">{format.signed(level)}</span>
            <span dir="auto">{levels[level + 2]}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}

function Tenths({ value, onChoose }: ChoiceProps) {
  const t = useUiMessages()
  return (
    <>
      <RadioGroup
        className="ac-tenths"
        orientation="horizontal"
        aria-label={t('scale.rateTitle')}
        value={value}
        onChange={onChoose}
      >
        {TENTHS.map((tenth) => (
          <RadioField key={tenth} value={String(tenth)}>
            <RadioButton className="ac-tenth">{tenth}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <p className="ac-tenths-ends ac-muted ac-small">
        <span>{t('scale.zero')}</span>
        <span>{t('scale.ten')}</span>
      </p>
    </>
  )
}
