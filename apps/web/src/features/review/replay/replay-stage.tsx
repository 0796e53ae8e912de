import { useMemo, useState } from 'react'
import type { GoalId } from '@accord/domain/ids'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { Film } from '@accord/domain/replay/film'
import { nextSeal, shownAt, type Elsewhere } from '@accord/domain/replay/shown'
import { wordsOf } from '@accord/domain/replay/words-at'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { MomentFacts } from '@accord/ui/replay/moment-facts'
import { ReplayWords } from '@accord/ui/replay/replay-words'
import { WordingsBefore } from '@accord/ui/replay/wordings-before'
import { OtherGoals } from './other-goals.js'
import { StageHead } from './stage-head.js'
import type { Telling } from './use-telling.js'

interface ReplayStageProps {
  readonly film: Film
  readonly goal: GoalId | null
  readonly seq: number
  readonly told: ToldMoment | null
  readonly telling: Telling
  /** When the last entry was stored, in ms: the only time that is known while the record comes. */
  readonly lastAt: number
}

/** The words at a moment, large, and everything that stood with them then. */
export function ReplayStage({ film, goal: only, seq, told, telling, lastAt }: ReplayStageProps) {
  const t = useUiMessages()
  const [isPlain, setIsPlain] = useState(false)
  const [showsRemoved, setShowsRemoved] = useState(true)
  const { voices } = telling
  const shown = useMemo(() => shownAt(film, seq, only), [film, seq, only])
  const { plan, goal, parts, hand, wordings, elsewhere, entry } = shown
  const at = entry?.at ?? lastAt
  const next = goal && nextSeal(film, goal.id, seq)
  return (
    <div className="web-review-doc">
      <StageHead
        {...{ at, told, telling, isPlain, showsRemoved }}
        onPlain={setIsPlain}
        onRemoved={setShowsRemoved}
      />
      {goal && only === null && <p className="web-review-name">{goal.name.text}</p>}
      {goal === null ? (
        <p className="ac-replay-statement ac-muted">
          {t(only === null ? 'replay.beginning' : 'replay.notYet')}
        </p>
      ) : (
        <>
          <p className="ac-replay-statement" aria-label={t('replay.words')} role="group">
            {parts.length === 0 ? (
              <span className="ac-muted">{t('replay.noWords')}</span>
            ) : (
              <ReplayWords {...{ parts, voices, hand, showsRemoved, isPlain }} />
            )}
          </p>
          {elsewhere?.place.goal === goal.id && (
            <ElsewhereWords elsewhere={elsewhere} voices={voices} isPlain={isPlain} />
          )}
          <MomentFacts plan={plan} goal={goal} at={at} voices={voices} next={next} />
          <WordingsBefore wordings={wordings} voices={voices} isPlain={isPlain} />
          {only === null && <OtherGoals plan={plan} goal={goal.id} voices={voices} isPlain={isPlain} />}
        </>
      )}
    </div>
  )
}

interface ElsewhereWordsProps {
  readonly elsewhere: Elsewhere
  readonly voices: Telling['voices']
  readonly isPlain: boolean
}

/** Somebody wrote in another text than the statement. */
function ElsewhereWords({ elsewhere: { place, text, hand }, voices, isPlain }: ElsewhereWordsProps) {
  const t = useUiMessages()
  return (
    <section className="web-review-elsewhere">
      <h3>{t('replay.elsewhere', { field: place.field === 'statement' ? 'other' : place.field })}</h3>
      <p>
        <ReplayWords
          parts={wordsOf(text)}
          voices={voices}
          hand={hand}
          showsRemoved={false}
          isPlain={isPlain}
        />
      </p>
    </section>
  )
}
