import { memo, useState } from 'react'
import type { Relation } from '@accord/domain/case/relation'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import { effectsOf } from '@accord/domain/replay/jumps'
import type { Stretch } from '@accord/domain/replay/stretches'
import { Button } from '../controls/button.js'
import { CommentIcon } from '../icons/comment-icon.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Seal } from '../seal/seal.js'
import { AGREED_HALVES, type SealHalf } from '../seal/seal-half.js'

interface MomentListProps {
  readonly stretches: readonly Stretch[]
  /** The moment that is shown, if it is among these. */
  readonly current: ToldMoment | null
  readonly headingOf: (stretch: Stretch) => string
  readonly sentenceOf: (told: ToldMoment) => string
  /** What stands under the sentence beside the time. */
  readonly noteOf: (told: ToldMoment) => string | null
  readonly relationOf: (person: string) => Relation | undefined
  readonly hasComment: (told: ToldMoment) => boolean
  readonly onChoose: (told: ToldMoment) => void
}

/** So many moments stand in the list at once, round the one that is shown, however long the record. */
const SHOWN = 80

const LAPSED: readonly SealHalf[] = [
  { side: 'practitioner', state: 'lapsed' },
  { side: 'client', state: 'lapsed' },
]

/** What happened, stretch by stretch: one chooses a moment, and sees which one is shown. (RP4, RP9) */
export function MomentList(props: MomentListProps) {
  const t = useUiMessages()
  const { stretches, current } = props
  const all = stretches.flatMap((stretch) => stretch.moments)
  const [more, setMore] = useState(0)
  const at = current === null ? all.length - 1 : Math.max(0, all.indexOf(current))
  // In steps, so that going on by one moment leaves the list as it is.
  const middle = Math.floor(at / (SHOWN / 2)) * (SHOWN / 2)
  const from = Math.max(0, middle - SHOWN / 2 - more)
  const to = Math.min(all.length, middle + SHOWN + more)
  const shown = new Set(all.slice(from, to))
  return (
    <div className="ac-moments">
      {all.length === 0 && <p className="ac-muted ac-small">{t('replay.none')}</p>}
      <More count={from} label="replay.earlier" onMore={() => setMore(more + SHOWN)} />
      <ol>
        {stretches.map((stretch) => {
          const moments = stretch.moments.filter((told) => shown.has(told))
          if (moments.length === 0) return null
          return (
            <StretchItem
              key={stretch.moments[0]?.firstSeq}
              {...props}
              stretch={stretch}
              moments={moments}
              current={current !== null && moments.includes(current) ? current : null}
            />
          )
        })}
      </ol>
      <More count={all.length - to} label="replay.later" onMore={() => setMore(more + SHOWN)} />
    </div>
  )
}

interface MoreProps {
  readonly count: number
  readonly label: 'replay.earlier' | 'replay.later'
  readonly onMore: () => void
}

function More({ count, label, onMore }: MoreProps) {
  const t = useUiMessages()
  if (count === 0) return null
  return (
    <Button kind="quiet" size="small" onPress={onMore}>
      {t(label, { count: Math.min(count, SHOWN) })}
    </Button>
  )
}

type StretchItemProps = Omit<MomentListProps, 'stretches'> & {
  readonly stretch: Stretch
  readonly moments: readonly ToldMoment[]
}

function StretchItem({ stretch, moments, headingOf, ...row }: StretchItemProps) {
  const format = useFormat()
  const day = format.shortDay(new Date(stretch.at))
  const heading = headingOf(stretch)
  return (
    <li>
      <h3>
        <span>{heading}</span>
        {stretch.session !== null && <span>{day}</span>}
      </h3>
      <ol>
        {moments.map((told) => (
          <MomentButton
            key={told.firstSeq}
            told={told}
            sentence={row.sentenceOf(told)}
            note={row.noteOf(told)}
            relation={row.relationOf(told.author)}
            isCurrent={told === row.current}
            hasComment={row.hasComment(told)}
            onChoose={row.onChoose}
          />
        ))}
      </ol>
    </li>
  )
}

interface MomentButtonProps {
  readonly told: ToldMoment
  readonly sentence: string
  readonly note: string | null
  readonly relation: Relation | undefined
  readonly isCurrent: boolean
  readonly hasComment: boolean
  readonly onChoose: (told: ToldMoment) => void
}

const MomentButton = memo(function MomentButton(props: MomentButtonProps) {
  const { told, sentence, note, relation, isCurrent, hasComment, onChoose } = props
  const t = useUiMessages()
  const format = useFormat()
  const time = format.time(new Date(told.startedAt))
  return (
    <li>
      <button
        type="button"
        className="ac-moment-button"
        aria-current={isCurrent ? 'step' : undefined}
        onClick={() => onChoose(told)}
      >
        <MomentSign told={told} relation={relation} />
        <span>
          <span className="ac-moment-sentence" dir="auto">
            {sentence}
          </span>
          <small className="ac-num">
            {note === null ? time : `${time} · ${note}`}
            {hasComment && (
              <span className="ac-moment-comment">
                <CommentIcon size={13} />
                <span className="ac-hidden">{t('replay.comments')}</span>
              </span>
            )}
          </small>
        </span>
      </button>
    </li>
  )
})

/** Left half for the practitioner, right half for the client, the seal for what it did to it. */
function MomentSign({ told, relation }: Pick<MomentButtonProps, 'told' | 'relation'>) {
  const effects = effectsOf(told)
  if (effects.includes('closed') || effects.includes('restored')) {
    return (
      <i className="ac-moment-sign" data-seal="">
        <Seal halves={AGREED_HALVES} size={16} />
      </i>
    )
  }
  if (told.moment.kind === 'command' && effects.includes('withdrawn')) {
    return (
      <i className="ac-moment-sign" data-seal="">
        <Seal halves={LAPSED} size={16} />
      </i>
    )
  }
  return <i className="ac-moment-sign" data-relation={relation} />
}
