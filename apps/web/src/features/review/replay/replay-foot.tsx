import { useMemo } from 'react'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { Film } from '@accord/domain/replay/film'
import type { Frames } from '@accord/domain/replay/frames'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { Timeline } from '@accord/ui/replay/timeline'
import { TimelineLegend } from '@accord/ui/replay/timeline-legend'
import { Transport } from '@accord/ui/replay/transport'
import type { Player } from '@accord/ui/replay/use-player'
import type { Telling } from './use-telling.js'
import type { Waymarks } from './use-waymarks.js'

interface ReplayFootProps {
  readonly film: Film
  readonly frames: Frames
  readonly player: Player
  readonly marks: Waymarks
  readonly telling: Telling
  readonly told: ToldMoment | null
  readonly isText: boolean
  readonly onText: (isText: boolean) => void
}

/** Where one is in the replay, and how one goes on. */
export function ReplayFoot({ film, frames, player, marks, telling, told, isText, onText }: ReplayFootProps) {
  const t = useUiMessages()
  const format = useFormat()
  const { frame } = player
  const at = new Date(film.entries[(frames.seqs[frame] ?? 1) - 1]?.at ?? 0)
  const labelOf = useMemo(
    () =>
      ({ stretch: { session, at: begun } }: Waymarks['layout']['bands'][number]) =>
        session === null ? format.shortDay(new Date(begun)) : String(session),
    [format],
  )
  const valueText = t('replay.value', {
    n: frame + 1,
    of: frames.seqs.length,
    day: format.day(at, new Date()),
    time: format.time(at),
    sentence: told === null ? '' : telling.sentenceOf(told),
  })
  return (
    <footer className="web-review-foot">
      <div className="web-review-transport">
        <Transport player={player} frames={frames} stops={marks.stops} jumps={marks.jumps} />
      </div>
      <Timeline
        frames={frames}
        layout={marks.layout}
        frame={frame}
        relationOf={telling.relationOf}
        labelOf={labelOf}
        pins={marks.jumps.comment}
        valueText={valueText}
        onGo={player.goTo}
      />
      <div className="web-review-legend">
        <TimelineLegend voices={telling.voices} hasPins={marks.jumps.comment.length > 0} />
        <Button kind="quiet" size="small" onPress={() => onText(!isText)}>
          {t(isText ? 'replay.transcript.hide' : 'replay.transcript')}
        </Button>
      </div>
    </footer>
  )
}
