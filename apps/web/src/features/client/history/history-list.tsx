import { useMemo, useState } from 'react'
import { quotesOf } from '@accord/domain/history/moment-quotes'
import { momentsOf, type Moment } from '@accord/domain/history/moments'
import type { HistoryEntry } from '@accord/domain/history/entry'
import type { CaseId, LogId } from '@accord/domain/ids'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { PlayIcon } from '@accord/ui/icons/play-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { MomentRow } from '@accord/ui/moments/moment-row'
import { goalOfMoment, momentSentence } from '@accord/ui/moments/moment-sentence'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { EmptyState } from '@accord/ui/states/empty-state'
import { AddedBeside } from '../../../lib/added/added-beside.js'
import { AddedTrouble } from '../../../lib/added/added-trouble.js'
import { useAdded } from '../../../lib/added/addenda.js'
import { voicesOf } from '../../../lib/people.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { daysOf } from './days.js'
import { HistorySide } from './history-side.js'
import { TakeMoment } from './take-moment.js'

interface HistoryListProps {
  readonly caseId: CaseId
  readonly plan: LogId
  readonly entries: readonly HistoryEntry[]
  readonly head: number
  readonly people: readonly PersonName[]
  readonly goals: Plan | null
  /** How many entries came since these were fetched. */
  readonly newer: number
  readonly onShowNewer: () => void
}

const ALL = 'all'

/** Everything that happened, told as moments, day by day, the newest last. (HI10) */
export function HistoryList({
  caseId,
  plan,
  entries,
  head,
  people,
  goals,
  newer,
  onShowNewer,
}: HistoryListProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const now = useNow()
  const [chosen, setChosen] = useState<string>(ALL)
  const moments = useMemo(() => momentsOf(entries), [entries])
  const voices = useMemo(() => voicesOf(people), [people])
  const names = useMemo(() => goalNames(entries, goals), [entries, goals])
  const goalName = (id: string): string => names.get(id)?.trim() || t('goals.unnamed')
  // Asked for once: a history has thousands of moments, and words beside a few of them.
  const { addenda } = useAdded(caseId, ({ kind, item }) => kind === 'moment' && item === plan)
  const shown = moments.filter((moment) => chosen === ALL || goalOfMoment(moment) === chosen)
  const choices = [
    { id: ALL, label: t('history.all') },
    ...[...names.keys()].map((id) => ({ id, label: goalName(id) })),
  ]
  return (
    <ConsoleColumns
      sideLabel={t('history.side')}
      side={
        <HistorySide plan={plan} entries={entries} head={head} moments={moments.length} people={people} />
      }
    >
      <div className="web-history-head">
        <h2 className="ac-heading">{t('history.heading')}</h2>
        <ButtonLink size="small" href={`/reviews/${caseId}`} icon={<PlayIcon size={14} />}>
          {t('history.replay')}
        </ButtonLink>
        {names.size > 1 && (
          <ToggleGroup label={t('history.filter')} choices={choices} chosen={chosen} onChoose={setChosen} />
        )}
      </div>
      <AddedTrouble caseId={caseId} />
      {moments.length === 0 && (
        <EmptyState title={t('history.empty.title')} sentence={t('history.empty.sentence')} />
      )}
      {daysOf(shown, format, now).map((day) => (
        <section key={day.heading} className="web-history-day" aria-label={day.heading}>
          <h3 className="ac-subheading">{day.heading}</h3>
          <ol>
            {day.moments.map((moment) => (
              <MomentRow
                key={moment.kind === 'writing' ? moment.firstSeq : moment.entry.seq}
                moment={moment}
                sentence={momentSentence(ui, moment, { people, goalName })}
                people={people}
                quotes={quotesOf(moment, goals)}
                voices={voices}
                beside={<TakeMoment caseId={caseId} moment={moment} told={{ people, goalName }} />}
              >
                {addenda.some(({ entry }) => isOfMoment(moment, entry)) && (
                  <AddedBeside
                    caseId={caseId}
                    isHere={({ kind, item, entry }) =>
                      kind === 'moment' && item === plan && isOfMoment(moment, entry)
                    }
                  />
                )}
              </MomentRow>
            ))}
          </ol>
        </section>
      ))}
      {newer > 0 && (
        <div className="web-newer" role="status">
          <Button size="small" onPress={onShowNewer}>
            {t('history.newer', { count: newer })}
          </Button>
        </div>
      )}
    </ConsoleColumns>
  )
}

function isOfMoment(moment: Moment, entry: number): boolean {
  if (moment.kind === 'command') return moment.entry.seq === entry
  return moment.firstSeq <= entry && entry <= moment.lastSeq
}

/** The names that goals have now, in the order of the plan; those of the entries while the plan opens. */
function goalNames(entries: readonly HistoryEntry[], plan: Plan | null): ReadonlyMap<string, string> {
  if (plan) return new Map(goalsInOrder(plan).map(({ id, name }) => [id, name.text]))
  return new Map(
    entries.flatMap(({ payload }) => (payload.kind === 'goal.add' ? [[payload.goal, payload.title]] : [])),
  )
}
