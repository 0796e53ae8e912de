import type { Hand, WordsPart } from '@accord/domain/replay/words-at'
import { Fragment, type ReactNode } from 'react'
import type { Voices } from '../attributed-text/author-runs.js'
import { scriptOf } from '../attributed-text/script-of.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface ReplayWordsProps {
  readonly parts: readonly WordsPart[]
  readonly voices: Voices
  /** Whose caret stands where among the words that are there; null when nobody writes here. */
  readonly hand: Hand | null
  readonly showsRemoved: boolean
  /** Without inks, rules and tints. */
  readonly isPlain: boolean
}

/** Words at a moment: in their writers' inks, what went struck in its place, what just came tinted, a caret. (RP5, RP7) */
export function ReplayWords({ parts, voices, hand, showsRemoved, isPlain }: ReplayWordsProps) {
  const shown = parts.filter(({ kind }) => showsRemoved || kind !== 'removed')
  const whole = shown.map(({ text }) => text).join('')
  let at = 0
  return (
    <span className="ac-replay-words" dir="auto" data-script={scriptOf(whole)}>
      {shown.map((part, index) => {
        const from = at
        if (part.kind !== 'removed') at += part.text.length
        const isIn = hand !== null && part.kind !== 'removed' && hand.offset > from && hand.offset <= at
        const cut = isIn ? hand.offset - from : null
        return (
          <Part key={index} part={part} voices={voices} isPlain={isPlain} isWritten={hand !== null} cut={cut}>
            {isIn && <Caret hand={hand} voices={voices} />}
          </Part>
        )
      })}
      {hand !== null && hand.offset === 0 && <Caret hand={hand} voices={voices} />}
    </span>
  )
}

interface PartProps {
  readonly part: WordsPart
  readonly voices: Voices
  readonly isPlain: boolean
  /** Whether somebody is writing here: then what came since is tinted. */
  readonly isWritten: boolean
  /** Where in it the caret stands, if it does. */
  readonly cut: number | null
  readonly children: ReactNode
}

function Part({ part: { kind, text, author }, voices, isPlain, isWritten, cut, children }: PartProps) {
  const t = useUiMessages()
  const voice = author === null ? undefined : voices[author]
  const ink =
    isPlain || voice === undefined
      ? { className: kind === 'removed' ? 'ac-words' : undefined }
      : {
          className: 'ac-words',
          'data-relation': voice.relation,
          'data-second': voice.isSecond ? '' : undefined,
        }
  if (kind === 'removed') {
    const words = text.trimEnd()
    return (
      <Fragment>
        <del {...ink}>
          <span className="ac-hidden"> {t('text.removed')} </span>
          {words}
        </del>
        {text.slice(words.length) || ' '}
      </Fragment>
    )
  }
  const isNew = kind === 'added' && isWritten && !isPlain ? '' : undefined
  const head = cut === null ? text : text.slice(0, cut)
  const tail = cut === null ? '' : text.slice(cut)
  return (
    <Fragment>
      <span {...ink} data-new={isNew}>
        {head}
      </span>
      {children}
      {tail !== '' && (
        <span {...ink} data-new={isNew}>
          {tail}
        </span>
      )}
    </Fragment>
  )
}

/** The caret's flag says a name; for who can't see it, the moment's sentence says who wrote. */
function Caret({ hand, voices }: { readonly hand: Hand; readonly voices: Voices }) {
  const voice = voices[hand.author]
  if (voice === undefined) return null
  return (
    <span
      className="ac-caret"
      data-relation={voice.relation}
      data-second={voice.isSecond ? '' : undefined}
      data-flag={voice.relation === 'practitioner' ? undefined : 'below'}
      aria-hidden="true"
    >
      <i>
        <span>{voice.name}</span>
      </i>
    </span>
  )
}
