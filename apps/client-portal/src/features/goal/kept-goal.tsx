import { agreementOf, type Agreement } from '@accord/domain/agreement/state'
import { livePartyOf } from '@accord/domain/case/party'
import type { Goal } from '@accord/domain/goal/goal'
import type { AttributedText as Words } from '@accord/domain/text/attributed'
import type { PersonName } from '@accord/domain/sync/wire'
import { halvesOf, partiesOf, viewerOf } from '@accord/ui/agreement/agreement-party'
import { sheetWords } from '@accord/ui/agreement/sheet-words'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { WhyItMatters } from '@accord/ui/goal/why-it-matters'
import type { KeptPlan } from '@accord/ui/kept-goals/kept-goals'
import { planAtRest } from '@accord/ui/kept-goals/plan-at-rest'
import { OPENING_VIEW } from '@accord/ui/live-plan/live-view'
import { useFormat } from '@accord/ui/messages/use-format'
import { Seal } from '@accord/ui/seal/seal'
import { nameOf } from '../../lib/people.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { voicesOf } from './goal-people.js'
import { GoalParts } from './goal-parts.js'
import type { OpenPlan } from './open-plan.js'

interface KeptGoalProps {
  readonly kept: KeptPlan
  readonly goal: Goal
  /** Why it can only be read: there is no network, or the plan's record does not hold. */
  readonly because?: 'offline' | 'held'
}

/** All of a goal, for reading. */
export function KeptGoal({ kept, goal, because = 'offline' }: KeptGoalProps) {
  const { plan, people } = kept
  const self = useSelf().person.id
  const party = livePartyOf(plan.parties, self)
  const me = party ? { person: self, relation: party.relation } : null
  const view = { ...OPENING_VIEW, phase: 'open', plan, seq: plan.seq, me, people } as const
  const open: OpenPlan = { live: planAtRest(view), view, plan, caseId: null, closedAt: null, keptFrom: null }
  const now = new Date()
  return (
    <>
      <KeptWords
        statement={goal.statement}
        agreement={agreementOf(goal, plan.parties)}
        people={people}
        now={now}
        because={because}
      />
      {goal.why.text !== '' && (
        <div className="pt-kept-why">
          <WhyItMatters>{goal.why.text}</WhyItMatters>
        </div>
      )}
      <GoalParts open={open} goal={goal} mayWrite={false} now={now} />
    </>
  )
}

interface KeptWordsProps {
  readonly statement: Words
  readonly agreement: Agreement
  readonly people: readonly PersonName[]
  readonly now: Date
  readonly because?: KeptGoalProps['because']
}

/** The words with their writers' marks, and how the agreement to them stood. */
export function KeptWords({ statement, agreement, people, now, because = 'offline' }: KeptWordsProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const self = useSelf().person.id
  const parties = partiesOf(agreement, (person) => nameOf(people, person) ?? t('people.former'), self)
  const before = agreement.kind === 'lapsed' ? new Date(agreement.before.at) : null
  const words = sheetWords(ui, format, {
    standing: agreement.kind,
    parties,
    agreedDay: before ? format.day(before, now) : undefined,
  })
  const hasAgreed = viewerOf(parties)?.answer?.kind === 'agree'
  return (
    <>
      <div className="ac-statement-portal">
        {statement.text === '' ? (
          <em>{t('goals.noWords')}</em>
        ) : (
          <AttributedText {...statement} voices={voicesOf(people)} announceAuthors />
        )}
      </div>
      <section className="pt-kept-seal" aria-label={ui('agreement.label')}>
        <Seal halves={halvesOf(parties)} size={54} />
        <div>
          <h2 className="ac-heading">{words.title}</h2>
          <p>
            {because === 'held' ? t('held.noWriting') : t(hasAgreed ? 'kept.noWriting' : 'kept.noAgreeing')}
          </p>
        </div>
      </section>
    </>
  )
}
