import { agreementOf, type Agreement } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { Step } from '@accord/domain/goal/step'
import type { Plan } from '@accord/domain/plan/plan'
import type { SealChange } from '@accord/domain/replay/chronicle'
import { sharesOf } from '@accord/domain/text/share'
import { halvesOf, partiesOf, sealSentence } from '../agreement/agreement-party.js'
import type { Voices } from '../attributed-text/author-runs.js'
import { nameAmong } from '../goal/goal-at-hand.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Seal } from '../seal/seal.js'

interface MomentFactsProps {
  readonly plan: Plan
  readonly goal: Goal
  readonly at: number
  readonly voices: Voices
  /** What happened next to this goal's seal; null when nothing did. */
  readonly next: SealChange | null
}

/** How the agreement stood at a moment, whose words they were, and the steps. (RP5) */
export function MomentFacts({ plan, goal, at, voices, next }: MomentFactsProps) {
  const t = useUiMessages()
  const shares = sharesOf(goal.statement)
  return (
    <div className="ac-facts">
      <SealAt agreement={agreementOf(goal, plan.parties)} at={at} voices={voices} next={next} />
      {shares.length > 0 && (
        <section>
          <h3>{t('replay.whose')}</h3>
          <span className="ac-share" aria-hidden="true">
            {shares.map(({ person, percent }) => (
              <i key={person} data-relation={voices[person]?.relation} style={{ flexGrow: percent }} />
            ))}
          </span>
          <p className="ac-muted ac-num">
            {shares
              .map(({ person, percent }) =>
                t('replay.share', { name: nameAmong(t, voices, person), percent }),
              )
              .join(' · ')}
          </p>
        </section>
      )}
      <section>
        <h3>{t('replay.steps')}</h3>
        {goal.steps.length === 0 && <p className="ac-muted">{t('replay.noSteps')}</p>}
        <ul>
          {goal.steps.map((step) => (
            <StepAt key={step.id} step={step} />
          ))}
        </ul>
      </section>
    </div>
  )
}

interface SealAtProps extends Pick<MomentFactsProps, 'at' | 'voices' | 'next'> {
  readonly agreement: Agreement
}

function SealAt({ agreement, at, voices, next }: SealAtProps) {
  const t = useUiMessages()
  const format = useFormat()
  // Everybody by name: a replay is told to nobody as "you".
  const parties = partiesOf(agreement, (person) => nameAmong(t, voices, person), null)
  return (
    <section className="ac-facts-seal">
      <Seal halves={halvesOf(parties)} size={60} label={sealSentence(t, format, parties)} />
      <div>
        <h3>{t('replay.at', { standing: agreement.kind === 'no-words' ? 'other' : agreement.kind })}</h3>
        {agreement.kind !== 'no-words' && (
          <p className="ac-muted">
            {next ? t('replay.then', { effect: next.effect, ...later(next.at - at) }) : t('replay.still')}
          </p>
        )}
      </div>
    </section>
  )
}

function StepAt({ step }: { readonly step: Step }) {
  const t = useUiMessages()
  const { text } = step.text
  if (step.setAside) {
    return (
      <li className="ac-muted" dir="auto">
        <span className="ac-hidden">{t('replay.step.aside')} </span>
        <del>{text}</del>
      </li>
    )
  }
  return (
    <li className="ac-muted" dir="auto" data-done={step.done === null ? undefined : ''}>
      {step.done !== null && <span className="ac-hidden">{t('replay.step.done')} </span>}
      {text}
    </li>
  )
}

/** How much later something was, in the largest unit of which there is at least one. */
function later(ms: number): {
  readonly unit: 'moment' | 'minute' | 'hour' | 'other'
  readonly count: number
} {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return { unit: 'moment', count: 0 }
  if (minutes < 60) return { unit: 'minute', count: minutes }
  const hours = Math.round(minutes / 60)
  return hours < 24 ? { unit: 'hour', count: hours } : { unit: 'other', count: Math.round(hours / 24) }
}
