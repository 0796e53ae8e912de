import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Voices } from './author-runs.js'

export interface DiffSegment {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  /** Who removed or added it; without, the words stay in ink. */
  readonly author?: string
}

export interface WordDiffProps {
  readonly segments: readonly DiffSegment[]
  readonly voices: Voices
}

/** A difference word by word: removed words struck, added words tinted, both in their writer's ink. */
export function WordDiff({ segments, voices }: WordDiffProps) {
  const t = useUiMessages()
  return (
    <span dir="auto">
      {segments.map(({ kind, text, author }, index) => {
        const relation = author === undefined ? undefined : voices[author]?.relation
        switch (kind) {
          case 'same':
            return (
              <span key={index} className={relation && 'ac-words'} data-relation={relation}>
                {text}
              </span>
            )
          case 'removed':
            return (
              <del key={index} className="ac-words" data-relation={relation}>
                <span className="ac-hidden"> {t('text.removed')} </span>
                {text}
              </del>
            )
          case 'added':
            return (
              <ins key={index} className="ac-words" data-relation={relation}>
                <span className="ac-hidden"> {t('text.added')} </span>
                {text}
              </ins>
            )
        }
      })}
    </span>
  )
}
