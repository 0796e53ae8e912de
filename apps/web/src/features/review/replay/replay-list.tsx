import { memo } from 'react'
import type { GoalId, PersonId } from '@accord/domain/ids'
import type { ToldMoment } from '@accord/domain/replay/chronicle'
import type { Frames } from '@accord/domain/replay/frames'
import { MOMENT_KINDS, type MomentKind } from '@accord/domain/replay/jumps'
import type { Stretch } from '@accord/domain/replay/stretches'
import type { PersonName } from '@accord/domain/sync/wire'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { MomentList } from '@accord/ui/replay/moment-list'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { givenName } from '../../../lib/people.js'
import type { MomentFilter, NamedGoal } from './replay-filters.js'
import type { Telling } from './use-telling.js'

interface ReplayListProps {
  readonly frames: Frames
  readonly stretches: readonly Stretch[]
  readonly telling: Telling
  readonly goals: readonly NamedGoal[]
  readonly goal: GoalId | null
  readonly filter: MomentFilter
  readonly people: readonly PersonName[]
  readonly hasFilm: boolean
  readonly current: ToldMoment | null
  readonly onGoal: (goal: GoalId | null) => void
  readonly onFilter: (filter: MomentFilter) => void
  readonly onChoose: (told: ToldMoment) => void
}

const ALL = 'all'

/** What happened, by stretches, and which of it one looks for. (RP4, RP9) */
export const ReplayList = memo(function ReplayList(props: ReplayListProps) {
  const { frames, stretches, telling, goals, goal, filter, people, hasFilm, current } = props
  const t = useUiMessages()
  const web = useWebMessages()
  const writers = people.filter(({ relation }) => relation !== 'supervisor' && relation !== 'administrator')
  return (
    <nav className="web-review-list" aria-label={t('replay.moments')}>
      <h2 className="ac-heading">{t(goal === null ? 'replay.heading.plan' : 'replay.heading.goal')}</h2>
      <p className="ac-muted ac-small ac-num">
        {hasFilm
          ? t('replay.count', { changes: frames.seqs.length, moments: frames.moments.length })
          : web('review.reading')}
      </p>
      <div className="web-review-filters">
        <ChoiceField
          label={t('replay.filter.goal')}
          chosen={goal ?? ALL}
          choices={[
            { id: ALL, label: t('replay.filter.allGoals') },
            ...goals.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChoose={(id) => props.onGoal(id === ALL ? null : (id as GoalId))}
        />
        <ChoiceField
          label={t('replay.filter.person')}
          chosen={filter.person ?? ALL}
          choices={[
            { id: ALL, label: t('replay.filter.anybody') },
            ...writers.map(({ person, name }) => ({ id: person, label: givenName(name) })),
          ]}
          onChoose={(id) => props.onFilter({ ...filter, person: id === ALL ? null : (id as PersonId) })}
        />
        <ChoiceField
          label={t('replay.filter.kind')}
          chosen={filter.kind ?? ALL}
          choices={[
            { id: ALL, label: t('replay.kind.all') },
            ...MOMENT_KINDS.map((kind) => ({ id: kind, label: t(`replay.kind.${kind}`) })),
          ]}
          onChoose={(id) => props.onFilter({ ...filter, kind: id === ALL ? null : (id as MomentKind) })}
        />
      </div>
      {hasFilm && (
        <MomentList
          stretches={stretches}
          current={current}
          headingOf={telling.headingOf}
          sentenceOf={telling.sentenceOf}
          noteOf={(told) => noteOf(told, goal, (name) => t('replay.closedBy', { name }), telling)}
          relationOf={telling.relationOf}
          hasComment={() => false}
          onChoose={props.onChoose}
        />
      )}
    </nav>
  )
})

/** Which goal it was, where there are several; who closed a seal, which takes two and is done by one. */
function noteOf(
  told: ToldMoment,
  goal: GoalId | null,
  closedBy: (name: string) => string,
  { voices }: Telling,
): string | null {
  const name = voices[told.author]?.name
  const notes = [
    goal === null ? told.goalName.trim() : '',
    told.closing === null || name === undefined ? '' : closedBy(name),
  ].filter(Boolean)
  return notes.length === 0 ? null : notes.join(' · ')
}
