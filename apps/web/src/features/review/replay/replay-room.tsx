import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { goalsInOrder } from '@accord/domain/plan/plan'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
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
import { useAddressFollows, type ReplayAddress } from './replay-address.js'
import { useTelling } from './use-telling.js'
import { useWaymarks } from './use-waymarks.js'

interface ReplayRoomProps {
  readonly film: Film
  /** When the last entry was stored, in ms. */
  readonly lastAt: number
  readonly people: readonly PersonName[]
  readonly address: ReplayAddress
  readonly startSeq: number | null
  /** To an entry that is not about the goal that is replayed alone. */
  readonly onElsewhere: (seq: number) => void
  /** Entries that were commented. */
  readonly pins: readonly number[]
  /** What stands beside the words: the check, and the review of the moment that is shown. */
  readonly side: (shown: ShownMoment) => ReactNode
}

/** The moment that is shown, and the way to another. */
export interface ShownMoment {
  readonly seq: number
  /** Null while the record still comes. */
  readonly hash: string | null
  readonly told: ToldMoment | null
  readonly onGo: (seq: number) => void
}

/** The replay of a plan: what happened, the words at a moment, the line one moves on, what is said of it. */
export function ReplayRoom(props: ReplayRoomProps) {
  const { film, lastAt, people, address, startSeq, onElsewhere, pins, side } = props
  const { goal } = address
  const t = useWebMessages()
  const frames = useMemo(() => framesOf(film, goal), [film, goal])
  const player = usePlayer(film, frames, startSeq)
  const [filter, setFilter] = useState(NO_FILTER)
  const [isText, setIsText] = useState(false)
  const telling = useTelling(frames, people)
  const marks = useWaymarks(frames, telling.stretches, filter, pins)
  const hasFilm = film.entries.length > 0
  const seq = hasFilm ? (frames.seqs[player.frame] ?? 0) : film.end.seq
  useAddressFollows(address, hasFilm ? seq : null)
  const told = frames.moments[frames.momentOf[player.frame] ?? -1] ?? null
  const goTo = (to: number) => (frames.seqs.includes(to) ? player.goToSeq(to) : onElsewhere(to))
  // The list follows when there is time for it: it must keep no frame of the words waiting.
  const listed = useDeferredValue(told)
  const { goToSeq } = player
  const choose = useCallback((chosen: ToldMoment) => goToSeq(chosen.lastSeq), [goToSeq])
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
        current={listed}
        onGoal={address.chooseGoal}
        onFilter={setFilter}
        onChoose={choose}
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
        {side({ seq, hash: film.entries[seq - 1]?.hash ?? null, told, onGo: goTo })}
      </aside>
      <Announcement words={told === null || player.isPlaying ? '' : telling.sentenceOf(told)} />
    </div>
  )
}
