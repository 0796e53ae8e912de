import type { Film } from '@accord/domain/replay/film'
import type { Frames } from '@accord/domain/replay/frames'
import { SPEEDS } from '@accord/domain/replay/pace'
import { Button } from '@accord/ui/controls/button'
import { IconButton } from '@accord/ui/controls/icon-button'
import { NextIcon } from '@accord/ui/icons/next-icon'
import { PauseIcon } from '@accord/ui/icons/pause-icon'
import { PlayIcon } from '@accord/ui/icons/play-icon'
import { PreviousIcon } from '@accord/ui/icons/previous-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import type { Player } from '@accord/ui/replay/use-player'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

interface HowTransportProps {
  readonly film: Film
  readonly frames: Frames
  readonly player: Player
  readonly sentence: string
}

/** Back, play, on, and a slider that says in words where one is. (RP10, RP11) */
export function HowTransport({ film, frames, player, sentence }: HowTransportProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const { frame, isPlaying, speed } = player
  const count = frames.seqs.length
  const at = new Date(film.entries[(frames.seqs[frame] ?? 1) - 1]?.at ?? 0)
  const place = { n: frame + 1, of: count, day: format.day(at, new Date()), time: format.time(at), sentence }
  const faster = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1
  return (
    <div className="pt-how-transport" role="group" aria-label={ui('replay.transport')}>
      <IconButton label={ui('replay.previous')} onPress={() => player.step(frames.stops, -1)}>
        <PreviousIcon size={22} />
      </IconButton>
      <span className="pt-how-play">
        <IconButton label={ui(isPlaying ? 'replay.pause' : 'replay.play')} onPress={player.togglePlaying}>
          {isPlaying ? <PauseIcon size={22} /> : <PlayIcon size={22} />}
        </IconButton>
      </span>
      <IconButton label={ui('replay.next')} onPress={() => player.step(frames.stops, 1)}>
        <NextIcon size={22} />
      </IconButton>
      <input
        className="pt-how-slider"
        type="range"
        min={1}
        max={Math.max(1, count)}
        value={Math.min(frame + 1, Math.max(1, count))}
        aria-label={ui('replay.slider')}
        aria-valuetext={ui('replay.value', place)}

        onChange={(event) => player.goTo(Number(event.target.value) - 1)}
      />
      <span className="pt-how-count ac-num" aria-hidden="true">
        {t('how.count', { n: frame + 1, of: count })}
      </span>
      <Button
        kind="quiet"
        size="small"
        aria-label={`${ui('replay.speed')}: ${ui('replay.times', { speed })}`}
        onPress={() => player.setSpeed(faster)}
      >
        {ui('replay.times', { speed })}
      </Button>
    </div>
  )
}
