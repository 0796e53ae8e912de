import { useMemo } from 'react'
import type { GoalId } from '@accord/domain/ids'
import type { Film } from '@accord/domain/replay/film'
import { framesOf } from '@accord/domain/replay/frames'
import type { PersonName } from '@accord/domain/sync/wire'
import { useReplayKeys } from '@accord/ui/replay/replay-keys'
import { usePlayer } from '@accord/ui/replay/use-player'
import { Announcement } from '@accord/ui/states/announcement'
import { AddToMoment } from './add-to-moment.js'
import { HowSpine } from './how-spine.js'
import { HowTop } from './how-top.js'
import { HowTransport } from './how-transport.js'
import { useTelling } from './use-telling.js'

interface HowRoomProps {
  readonly film: Film
  /** When the last entry was stored, in ms. */
  readonly lastAt: number
  readonly people: readonly PersonName[]
  readonly goal: GoalId | null
}

/** The words at a moment, what moves one through time, and everything that happened on one spine. (RP17) */
export function HowRoom({ film, lastAt, people, goal }: HowRoomProps) {
  const frames = useMemo(() => framesOf(film, goal), [film, goal])
  const player = usePlayer(film, frames, null)
  const telling = useTelling(frames, people)
  const hasFilm = film.entries.length > 0
  const seq = hasFilm ? (frames.seqs[player.frame] ?? 0) : film.end.seq
  const told = frames.moments[frames.momentOf[player.frame] ?? -1] ?? null
  const starts = useMemo(
    () => telling.stretches.flatMap(({ moments }) => frames.seqs.indexOf(moments[0]?.firstSeq ?? 0)),
    [telling.stretches, frames],
  )
  useReplayKeys({
    moment: (way) => player.step(frames.stops, way),
    stretch: (way) => player.step(starts, way),
    entry: (way) => player.goTo(player.frame + way),
    toEnd: (way) => player.goTo(way === 1 ? frames.seqs.length - 1 : 0),
    play: player.togglePlaying,
  })
  const sentence = told === null ? '' : telling.sentenceOf(told)
  return (
    <>
      <section className="pt-how-top" aria-label={telling.heading}>
        <HowTop film={film} goal={goal} seq={seq} lastAt={lastAt} told={told} telling={telling} />
        {hasFilm && <HowTransport film={film} frames={frames} player={player} sentence={sentence} />}
        {told !== null && !player.isPlaying && (
          <AddToMoment log={film.log} seq={told.lastSeq} sentence={sentence} />
        )}
      </section>
      {hasFilm && (
        <HowSpine
          telling={telling}
          current={told}
          namesGoals={goal === null}
          onChoose={(chosen) => player.goToSeq(chosen.lastSeq)}
        />
      )}
      <Announcement words={player.isPlaying ? '' : sentence} />
    </>
  )
}
