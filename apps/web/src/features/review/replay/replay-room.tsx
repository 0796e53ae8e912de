import { useMemo, useState, type ReactNode } from 'react'
import type { GoalId } from '@accord/domain/ids'
import { goalsInOrder } from '@accord/domain/plan/plan'
import type { Film } from '@accord/domain/replay/film'
import { framesOf } from '@accord/domain/replay/frames'
import type { PersonName } from '@accord/domain/sync/wire'
import { usePlayer } from '@accord/ui/replay/use-player'
import { useReplayKeys } from '@accord/ui/replay/replay-keys'
import { Transcript } from '@accord/ui/replay/transcript'
import { Announcement } from '@accord/ui/states/announcement'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { NO_FILTER, passes } from './replay-filters.js'
import { ReplayFoot } from './replay-foot.js'
import { ReplayList } from './replay-list.js'
import { ReplayStage } from './replay-stage.js'
import { useAddressFollows } from './replay-address.js'
import { useTelling } from './use-telling.js'
import { useWaymarks } from './use-waymarks.js'

interface ReplayRoomProps {
  readonly film: Film
  /** When the last entry was stored, in ms. */
  readonly lastAt: number
  readonly people: readonly PersonName[]
  readonly goal: GoalId | null
  readonly startSeq: number | null
  readonly onGoal: (goal: GoalId | null) => void
  /** What stands beside the words: the check, the review. */
  readonly children: ReactNode
}

/** The replay of a plan: what happened, the words at a moment, the line one moves on, what is said of it. */
export function ReplayRoom({ film, lastAt, people, goal, startSeq, onGoal, children }: ReplayRoomProps) {
  const t = useWebMessages()
  const frames = useMemo(() => framesOf(film, goal), [film, goal])
  const player = usePlayer(film, frames, startSeq)
  const [filter, setFilter] = useState(NO_FILTER)
  const [isText, setIsText] = useState(false)
  const telling = useTelling(frames, people)
  const marks = useWaymarks(frames, telling.stretches, filter)
  const hasFilm = film.entries.length > 0
  const seq = hasFilm ? (frames.seqs[player.frame] ?? 0) : film.end.seq
  useAddressFollows(hasFilm ? seq : null)
  const told = frames.moments[frames.momentOf[player.frame] ?? -1] ?? null
  useReplayKeys({
    moment: (way) => player.step(marks.stops, way),
    stretch: (way) => player.step(marks.jumps.stretch, way),
    entry: (way) => player.goTo(player.frame + way),
    toEnd: (way) => player.goTo(way === 1 ? frames.seqs.length - 1 : 0),
    play: player.togglePlaying,
  })
  const goals = useMemo(
    () =>
      goalsInOrder(film.end).map(({ id, name }) => ({ id, name: name.text.trim() || t('goals.unnamed') })),
    [film, t],
  )
  const shownStretches = useMemo(
    () =>
      telling.stretches
        .map((stretch) => ({ ...stretch, moments: stretch.moments.filter((one) => passes(filter, one)) }))
        .filter(({ moments }) => moments.length > 0),
    [telling.stretches, filter],
  )
  return (
    <div className="web-review">
      <ReplayList
        {...{ frames, telling, goals, goal, filter, people, hasFilm }}
        stretches={shownStretches}
        current={told}
        onGoal={onGoal}
        onFilter={setFilter}
        onChoose={(chosen) => player.goToSeq(chosen.lastSeq)}
      />
      <section className="web-review-stage" aria-label={t('review.replay')}>
        {isText ? (
          <Transcript
            film={film}
            stretches={shownStretches}
            headingOf={telling.headingOf}
            sentenceOf={telling.sentenceOf}
            people={people}
            voices={telling.voices}
          />
        ) : (
          <ReplayStage {...{ film, goal, seq, told, telling, lastAt }} />
        )}
        {hasFilm && (
          <ReplayFoot {...{ film, frames, player, marks, telling, told, isText }} onText={setIsText} />
        )}
      </section>
      <aside className="ac-side web-review-side" aria-label={t('review.side')}>
        {children}
      </aside>
      <Announcement words={told === null || player.isPlaying ? '' : telling.sentenceOf(told)} />
    </div>
  )
}
