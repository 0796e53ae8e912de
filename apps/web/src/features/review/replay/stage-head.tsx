import type { ToldMoment } from '@accord/domain/replay/chronicle'
import { ToggleButton } from 'react-aria-components'
import { Chip } from '@accord/ui/controls/chip'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { ClockIcon } from '@accord/ui/icons/clock-icon'
import { StrikeIcon } from '@accord/ui/icons/strike-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { useNow } from '../../../lib/use-now.js'
import type { Telling } from './use-telling.js'

interface StageHeadProps {
  readonly at: number
  readonly told: ToldMoment | null
  readonly telling: Telling
  readonly isPlain: boolean
  readonly showsRemoved: boolean
  readonly onPlain: (isPlain: boolean) => void
  readonly onRemoved: (shows: boolean) => void
}

/** Which moment it is, in which stretch, and how one wants to read it. */
export function StageHead(props: StageHeadProps) {
  const { at, told, telling, isPlain, showsRemoved } = props
  const t = useUiMessages()
  const format = useFormat()
  const now = useNow()
  const time = new Date(at)
  const stretch = told && telling.stretches.find(({ moments }) => moments.includes(told))
  return (
    <div className="web-review-moment">
      <Chip tone="supervisor" icon={<ClockIcon size={13} />}>
        <time className="ac-num" dateTime={time.toISOString()}>
          {`${format.day(time, now)}, ${format.timeToSecond(time)}`}
        </time>
      </Chip>
      {stretch && telling.hasSessions && <span>{telling.headingOf(stretch)}</span>}
      <span className="web-review-reading">
        <ToggleGroup
          label={t('replay.show')}
          choices={[
            { id: 'authors', label: t('replay.whoWrote') },
            { id: 'plain', label: t('text.plain') },
          ]}
          chosen={isPlain ? 'plain' : 'authors'}
          onChoose={(id) => props.onPlain(id === 'plain')}
        />
        <ToggleButton
          className="ac-button web-review-removed"
          data-size="small"
          isSelected={showsRemoved}
          onChange={props.onRemoved}
        >
          <StrikeIcon size={15} />
          <span>{t('replay.showRemoved')}</span>
        </ToggleButton>
      </span>
    </div>
  )
}
