import { useMemo, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { agreementOf } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { GoalId } from '@accord/domain/ids'
import type { Plan } from '@accord/domain/plan/plan'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { Film } from '@accord/domain/replay/film'
import { nextSeal, shownAt } from '@accord/domain/replay/shown'
import { halvesOf, partiesOf, sealSentence } from '@accord/ui/agreement/agreement-party'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ReplayWords } from '@accord/ui/replay/replay-words'
import { Seal } from '@accord/ui/seal/seal'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import type { Telling } from './use-telling.js'

interface HowTopProps {
  readonly film: Film
  readonly goal: GoalId | null
  readonly seq: number
  readonly lastAt: number
  readonly told: ToldMoment | null
  readonly telling: Telling
}

/** The words as they stood at a moment, in their writers' inks, and how the agreement stood. (RP5) */
export function HowTop({ film, goal: only, seq, lastAt, told, telling }: HowTopProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const [showsRemoved, setShowsRemoved] = useState(true)
  const { plan, goal, parts, hand, entry } = useMemo(() => shownAt(film, seq, only), [film, seq, only])
  const at = new Date(entry?.at ?? lastAt)
  const stretch = told && telling.stretches.find(({ moments }) => moments.includes(told))
  const hasRemoved = parts.some(({ kind }) => kind === 'removed')
  return (
    <>
      <div className="pt-how-when">
        <time className="ac-num" dateTime={at.toISOString()}>
          {`${format.day(at, new Date())}, ${format.time(at)}`}
        </time>
        {stretch && stretch.session !== null && (
          <span className="ac-muted">{ui('replay.session', { number: stretch.session })}</span>
        )}
      </div>
      {goal && only === null && <p className="pt-how-name">{goal.name.text}</p>}
      <p className="pt-how-words" role="group" tabIndex={0} aria-label={ui('replay.words')}>
        {goal === null && (
          <span className="ac-muted">{ui(only === null ? 'replay.beginning' : 'replay.notYet')}</span>
        )}
        {goal !== null && parts.length === 0 && <span className="ac-muted">{ui('replay.noWords')}</span>}
        {parts.length > 0 && (
          <ReplayWords
            parts={parts}
            voices={telling.voices}
            hand={hand}
            showsRemoved={showsRemoved}
            isPlain={false}
          />
        )}
      </p>
      {goal && <SealThen film={film} plan={plan} goal={goal} seq={seq} telling={telling} />}
      {hasRemoved && (
        <ToggleButton
          className="ac-button pt-how-removed"
          data-size="small"
          isSelected={showsRemoved}
          onChange={setShowsRemoved}
        >
          {t('how.removed', { shows: showsRemoved ? 'yes' : 'other' })}
        </ToggleButton>
      )}
    </>
  )
}

interface SealThenProps {
  readonly film: Film
  readonly plan: Plan
  readonly goal: Goal
  readonly seq: number
  readonly telling: Telling
}

function SealThen({ film, plan, goal, seq, telling }: SealThenProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const agreement = agreementOf(goal, plan.parties)
  const parties = partiesOf(agreement, telling.nameOf, null)
  const next = nextSeal(film, goal.id, seq)
  const day = next ? format.day(new Date(next.at), new Date()) : ''
  return (
    <div className="pt-how-seal">
      <Seal halves={halvesOf(parties)} size={60} label={sealSentence(ui, format, parties)} />
      <p className="ac-muted">
        {t('how.standing', { standing: agreement.kind === 'no-words' ? 'other' : agreement.kind })}{' '}
        {next ? t('how.then', { effect: next.effect, day }) : ''}
      </p>
    </div>
  )
}
