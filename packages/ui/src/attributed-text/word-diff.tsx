import type { DiffSegment } from '@accord/domain/text/word-diff'
import { Fragment } from 'react'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Voices } from './author-runs.js'

/** A stretch of the domain's difference, with its author where that is known; without, the words stay in ink. */
export interface AuthoredSegment extends DiffSegment {
  readonly author?: string
}

export interface WordDiffProps {
  readonly segments: readonly AuthoredSegment[]
  readonly voices: Voices
}

/** A difference word by word: removed words struck, added words tinted, both in their writer's ink. */
export function WordDiff({ segments, voices }: WordDiffProps) {
  return (
    <span dir="auto">
      {segments.map((segment, index) => (
        <Segment key={index} segment={segment} voices={voices} />
      ))}
    </span>
  )
}

interface SegmentProps {
  readonly segment: AuthoredSegment
  readonly voices: Voices
}

/** A word keeps the white space after it; struck or tinted space would look like words, so it stays outside. */
function Segment({ segment: { kind, text, author }, voices }: SegmentProps) {
  const t = useUiMessages()
  const voice = author === undefined ? undefined : voices[author]
  const relation = voice?.relation
  const second = voice?.isSecond ? '' : undefined
  if (kind === 'same') {
    return (
      <span className={relation && 'ac-words'} data-relation={relation} data-second={second}>
        {text}
      </span>
    )
  }
  const words = text.trimEnd()
  const Mark = kind === 'removed' ? 'del' : 'ins'
  return (
    <Fragment>
      <Mark className="ac-words" data-relation={relation} data-second={second}>
        <span className="ac-hidden"> {t(`text.${kind}`)} </span>
        {words}
      </Mark>
      {text.slice(words.length)}
    </Fragment>
  )
}
