import type { Frames } from '@accord/domain/replay/frames'
import { JUMPS, type Jump } from '@accord/domain/replay/jumps'
import { SPEEDS } from '@accord/domain/replay/pace'
import { Button } from '../controls/button.js'
import { ChoiceField } from '../controls/choice-field.js'
import { IconButton } from '../controls/icon-button.js'
import { Menu } from '../controls/menu.js'
import { NextIcon } from '../icons/next-icon.js'
import { PauseIcon } from '../icons/pause-icon.js'
import { PlayIcon } from '../icons/play-icon.js'
import { PreviousIcon } from '../icons/previous-icon.js'
import { StepBackIcon } from '../icons/step-back-icon.js'
import { StepForwardIcon } from '../icons/step-forward-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Player } from './use-player.js'

interface TransportProps {
  readonly player: Player
  readonly frames: Frames
  /** Where previous and next lead. */
  readonly stops: readonly number[]
  /** The frames of each kind of jump, in order, and those with which a stretch begins. */
  readonly jumps: Readonly<Record<Jump | 'stretch', readonly number[]>>
}

/** The buttons of a replay. */
export function Transport({ player, frames, stops, jumps }: TransportProps) {
  const t = useUiMessages()
  const { frame, isPlaying, speed, skipsQuiet } = player
  const jumpTo = (kind: Jump | 'stretch') => {
    const places = jumps[kind]
    // Behind the last one there is the first again.
    player.goTo(places.find((place) => place > frame) ?? places[0] ?? frame)
  }
  return (
    <div className="ac-transport" role="group" aria-label={t('replay.transport')}>
      <IconButton label={t('replay.previous')} onPress={() => player.step(stops, -1)}>
        <PreviousIcon size={20} />
      </IconButton>
      <span className="ac-transport-play">
        <IconButton label={t(isPlaying ? 'replay.pause' : 'replay.play')} onPress={player.togglePlaying}>
          {isPlaying ? <PauseIcon size={20} /> : <PlayIcon size={20} />}
        </IconButton>
      </span>
      <IconButton label={t('replay.next')} onPress={() => player.step(stops, 1)}>
        <NextIcon size={20} />
      </IconButton>
      <span className="ac-transport-steps">
        <IconButton label={t('replay.back')} size="small" onPress={() => player.goTo(frame - 1)}>
          <StepBackIcon />
        </IconButton>
        <IconButton label={t('replay.forward')} size="small" onPress={() => player.goTo(frame + 1)}>
          <StepForwardIcon />
        </IconButton>
      </span>
      <ChoiceField
        label={t('replay.speed')}
        chosen={String(speed)}
        choices={SPEEDS.map((times) => ({ id: String(times), label: t('replay.times', { speed: times }) }))}
        onChoose={(id) => player.setSpeed(SPEEDS.find((times) => String(times) === id) ?? 1)}
      />
      <label className="ac-transport-skip">
        <input
          type="checkbox"
          checked={skipsQuiet}
          onChange={(event) => player.setSkipsQuiet(event.target.checked)}
        />
        {t('replay.skip')}
      </label>
      <Menu
        label={t('replay.jump')}
        trigger={
          <Button kind="quiet" size="small">
            {t('replay.jump')}
          </Button>
        }
        choices={([...JUMPS, 'stretch'] as const).map((kind) => ({
          id: kind,
          label: t(`replay.jump.${kind}`),
          isDisabled: jumps[kind].length === 0,
        }))}
        onChoose={(id) => jumpTo(id as Jump | 'stretch')}
      />
      <span className="ac-transport-position ac-num">
        {t('replay.position', { n: Math.min(frame + 1, frames.seqs.length), of: frames.seqs.length })}
      </span>
    </div>
  )
}
