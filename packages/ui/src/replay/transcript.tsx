import { useState } from 'react'
import type { Film } from '@accord/domain/replay/film'
import { planAt } from '@accord/domain/replay/film'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { Stretch } from '@accord/domain/replay/stretches'
import { goalOf } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import type { Voices } from '../attributed-text/author-runs.js'
import { AttributedText } from '../attributed-text/attributed-text.js'
import { Button } from '../controls/button.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { MomentRow } from '../moments/moment-row.js'

interface TranscriptProps {
  readonly film: Film
  readonly stretches: readonly Stretch[]
  readonly headingOf: (stretch: Stretch) => string
  readonly sentenceOf: (told: ToldMoment) => string
  readonly people: readonly PersonName[]
  readonly voices: Voices
}

const SHOWN = 100

/** All that a replay shows, as text in order: to be read out, searched, printed. (RP12) */
export function Transcript({ film, stretches, headingOf, sentenceOf, people, voices }: TranscriptProps) {
  const t = useUiMessages()
  const [shown, setShown] = useState(SHOWN)
  const all = stretches.reduce((sum, { moments }) => sum + moments.length, 0)
  let left = shown
  return (
    <section className="ac-transcript" aria-label={t('replay.transcript.heading')}>
      <div className="ac-transcript-head">
        <h2 className="ac-heading">{t('replay.transcript.heading')}</h2>
        <Button size="small" onPress={() => window.print()}>
          {t('replay.transcript.print')}
        </Button>
      </div>
      {stretches.map((stretch) => {
        const moments = stretch.moments.slice(0, Math.max(0, left))
        left -= moments.length
        if (moments.length === 0) return null
        return (
          <section key={stretch.moments[0]?.firstSeq} aria-label={headingOf(stretch)}>
            <h3 className="ac-subheading">{headingOf(stretch)}</h3>
            <ol>
              {moments.map((told) => (
                <MomentRow
                  key={told.firstSeq}
                  moment={told.moment}
                  sentence={sentenceOf(told)}
                  quotes={told.quotes}
                  people={people}
                  voices={voices}
                >
                  <Reads film={film} told={told} voices={voices} />
                </MomentRow>
              ))}
            </ol>
          </section>
        )
      })}
      {all > shown && (
        <Button onPress={() => setShown(shown + SHOWN)}>
          {t('replay.transcript.more', { count: Math.min(SHOWN, all - shown) })}
        </Button>
      )}
    </section>
  )
}

/** How the statement read after somebody had written in it. */
function Reads({
  film,
  told,
  voices,
}: Pick<TranscriptProps, 'film' | 'voices'> & { readonly told: ToldMoment }) {
  const t = useUiMessages()
  const { moment, goal, lastSeq } = told
  if (moment.kind !== 'writing' || moment.field !== 'statement' || goal === null) return null
  const statement = goalOf(planAt(film, lastSeq), goal)?.statement
  if (!statement || statement.text.trim() === '') return null
  return (
    <p className="ac-transcript-reads">
      <span className="ac-muted ac-small">{t('replay.transcript.reads')} </span>
      <AttributedText {...statement} voices={voices} announceAuthors />
    </p>
  )
}
