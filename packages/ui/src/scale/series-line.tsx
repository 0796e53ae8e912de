import type { GoalAtHand } from '../goal/goal-at-hand.js'
import { nameAmong } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { ratingWords } from './rating-words.js'
import type { Series } from './series.js'
import { Sparkline } from './sparkline.js'

interface SeriesLineProps {
  readonly at: Pick<GoalAtHand, 'goal' | 'voices' | 'now'>
  readonly series: Series
}

/** One person's ratings drawn, with the whole of them in a sentence for whoever can't see the line. */
export function SeriesLine({ at, series }: SeriesLineProps) {
  const t = useUiMessages()
  const format = useFormat()
  const { goal, voices, now } = at
  const { person, ratings, latest } = series
  const first = ratings[0] ?? latest
  const day = (time: number) => format.day(new Date(time), now)
  const label = t('scale.series', {
    name: nameAmong(t, voices, person),
    count: ratings.length,
    first: ratingWords(t, format, goal, first),
    firstDay: day(first.at),
    last: ratingWords(t, format, goal, latest),
    lastDay: day(latest.at),
  })
  return <Sparkline series={series} relation={voices[person]?.relation} label={label} />
}
