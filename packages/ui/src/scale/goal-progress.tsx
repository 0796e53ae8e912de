import { useState } from 'react'
import { Button } from '../controls/button.js'
import { type GoalAtHand, nameAmong } from '../goal/goal-at-hand.js'
import { PartHeading } from '../goal/part-heading.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { DescribeDialog } from './describe-dialog.js'
import { Ladder, rungOf } from './ladder.js'
import { RateDialog } from './rate-dialog.js'
import { ratingWords } from './rating-words.js'
import { isRatedBy, newestScale, presentSeries, type Series } from './series.js'
import { SeriesLine } from './series-line.js'

/** Where a goal stands for each of its people: the ladder in words, and everybody's own series. (GS1–GS3) */
export function GoalProgress({ at }: { readonly at: GoalAtHand }) {
  const t = useUiMessages()
  const [dialog, setDialog] = useState<'describe' | 'rate' | null>(null)
  const { goal, mayWrite } = at
  const scale = newestScale(goal)
  const series = presentSeries(goal)
  const [head, ...others] = series
  const title = useTitle(at, head)
  const close = () => setDialog(null)
  return (
    <section className="ac-progress" aria-label={title}>
      <div className="ac-progress-head">
        <PartHeading at={at}>{title}</PartHeading>
        {head && <SeriesLine at={at} series={head} />}
      </div>
      {head && (head.on.kind === 'progress' || !scale) && <Said at={at} series={head} isHead />}
      {scale && (
        <Ladder
          levels={scale.levels}
          rung={rungOf(head?.on.kind === 'scale' ? head.latest.value : undefined)}
          label={title}
        />
      )}
      {others.map((one) => (
        <Said key={`${one.person} ${one.on.kind}`} at={at} series={one} />
      ))}
      <Frozen at={at} />
      {mayWrite && (
        <div className="ac-row">
          <Button size="small" onPress={() => setDialog('rate')}>
            {t('scale.rate')}
          </Button>
          <Button kind="quiet" size="small" onPress={() => setDialog('describe')}>
            {t(scale ? 'scale.describeAnew' : 'scale.describe')}
          </Button>
        </div>
      )}
      {dialog === 'describe' && <DescribeDialog at={at} onClose={close} />}
      {dialog === 'rate' && <RateDialog at={at} onClose={close} />}
    </section>
  )
}

function useTitle({ viewer, voices }: GoalAtHand, head: Series | undefined): string {
  const t = useUiMessages()
  if (head === undefined) return t('scale.unrated')
  if (head.person === viewer) return t('scale.whereYou')
  return t('scale.where', { name: nameAmong(t, voices, head.person) })
}

interface SaidProps {
  readonly at: GoalAtHand
  readonly series: Series
  readonly isHead?: boolean
}

/** Somebody else's series in a sentence, with their own line. */
function Said({ at, series, isHead = false }: SaidProps) {
  const t = useUiMessages()
  const format = useFormat()
  const { goal, voices, viewer, now } = at
  const { person, latest } = series
  const said = {
    rating: ratingWords(t, format, goal, latest),
    day: format.day(new Date(latest.at), now),
  }
  return (
    <p className="ac-progress-said">
      <span className="ac-doer" data-relation={voices[person]?.relation}>
        <i aria-hidden="true" />
      </span>
      <span className="ac-grow">
        {person === viewer
          ? t('scale.saidYou', said)
          : t('scale.said', { name: nameAmong(t, voices, person), ...said })}
      </span>
      {!isHead && series.ratings.length > 1 && <SeriesLine at={at} series={series} />}
    </p>
  )
}

/** Why the words of a scale that was rated by don't change: another description is another series. (GS2) */
function Frozen({ at: { goal, now } }: { readonly at: GoalAtHand }) {
  const t = useUiMessages()
  const format = useFormat()
  const scale = newestScale(goal)
  if (!scale) return null
  const day = format.day(new Date(scale.at), now)
  if (scale.version > 1) return <p className="ac-muted ac-small">{t('scale.anew', { day })}</p>
  return isRatedBy(goal, scale.version) ? (
    <p className="ac-muted ac-small">{t('scale.frozen', { day })}</p>
  ) : null
}
