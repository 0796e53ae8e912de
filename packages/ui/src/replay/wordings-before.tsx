import { useState } from 'react'
import { wordsOf } from '@accord/domain/replay/words-at'
import type { Wording } from '@accord/domain/replay/wordings'
import { halvesOf, partiesOf, sealSentence } from '../agreement/agreement-party.js'
import type { Voices } from '../attributed-text/author-runs.js'
import { Button } from '../controls/button.js'
import { nameAmong } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Seal } from '../seal/seal.js'
import { ReplayWords } from './replay-words.js'

interface WordingsBeforeProps {
  /** In order, the oldest first. */
  readonly wordings: readonly Wording[]
  readonly voices: Voices
  readonly isPlain: boolean
}

const SHOWN = 4

/** The wordings that this one followed, the latest first, each with its day and its seal. (RP6) */
export function WordingsBefore({ wordings, voices, isPlain }: WordingsBeforeProps) {
  const t = useUiMessages()
  const format = useFormat()
  const [shown, setShown] = useState(SHOWN)
  if (wordings.length === 0) return null
  const hidden = Math.max(0, wordings.length - shown)
  return (
    <section className="ac-strata">
      <h3>{t('replay.wordings')}</h3>
      <ol>
        {wordings
          .slice(hidden)
          .reverse()
          .map(({ text, at, lastSeq, agreement }) => {
            const parties = partiesOf(agreement, (person) => nameAmong(t, voices, person), null)
            return (
              <li key={lastSeq}>
                <time className="ac-num" dateTime={new Date(at).toISOString()}>
                  {format.shortDay(new Date(at))}
                </time>
                <Seal halves={halvesOf(parties)} size={24} label={sealSentence(t, format, parties)} />
                <p>
                  <ReplayWords
                    parts={wordsOf(text)}
                    voices={voices}
                    hand={null}
                    showsRemoved={false}
                    isPlain={isPlain}
                  />
                </p>
              </li>
            )
          })}
      </ol>
      {hidden > 0 && (
        <Button kind="quiet" size="small" onPress={() => setShown(shown + SHOWN * 3)}>
          {t('replay.wordings.more', { count: Math.min(hidden, SHOWN * 3) })}
        </Button>
      )}
    </section>
  )
}
