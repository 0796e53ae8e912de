import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Outbox, OutboxFilter } from '@accord/domain/rest/outbox'
import { ToggleGroup } from '@accord/ui/controls/toggle-group'
import { LetterIcon } from '@accord/ui/icons/letter-icon'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { outboxQuery } from '../api/outbox.js'
import { DeskFrame } from '../desk-frame.js'
import { LetterList } from './letter-list.js'
import { LetterPane } from './letter-pane.js'

const FILTERS = ['all', 'waiting', 'failed'] as const satisfies readonly OutboxFilter[]

/** Every letter to the clinic's people: waiting here, sent, or not arrived. (ID12–ID15) */
export function OutboxPage() {
  const t = useWebMessages()
  const [search, setSearch] = useSearchParams()
  const show = FILTERS.find((one) => one === search.get('show')) ?? 'all'
  const { data, error, refetch } = useQuery({ ...outboxQuery(show), placeholderData: keepPreviousData })
  const ask = (change: Readonly<Record<string, string>>) =>
    setSearch((now) => ({ ...Object.fromEntries(now), ...change }), { replace: true })
  return (
    <DeskFrame tab="outbox" title={t('outbox.title')}>
      {data === undefined ? (
        <div className="ac-page">
          {error === null ? (
            <GoalSkeleton sentence={t('outbox.loading')} />
          ) : (
            <FailedPage error={error} what={t('outbox.what')} onRetry={() => void refetch()} />
          )}
        </div>
      ) : (
        <div className="web-outbox">
          <div className="web-outbox-list">
            <h1 className="ac-title">{t('outbox.title')}</h1>
            <p className="ac-muted ac-small">
              {t('outbox.lead', { server: data.isConnected ? 'connected' : 'none' })}
            </p>
            <ToggleGroup
              label={t('outbox.show')}
              choices={FILTERS.map((id) => ({
                id,
                label: t('outbox.filter', { filter: id, count: data.counts[id] }),
              }))}
              chosen={show}
              onChoose={(next) => ask({ show: next })}
            />
            <LetterList
              letters={data.letters}
              chosen={chosenOf(data, search.get('letter'))}
              onChoose={(letter) => ask({ letter })}
            />
          </div>
          <Chosen outbox={data} asked={search.get('letter')} />
        </div>
      )}
    </DeskFrame>
  )
}

function Chosen({ outbox, asked }: { readonly outbox: Outbox; readonly asked: string | null }) {
  const t = useWebMessages()
  const chosen = chosenOf(outbox, asked)
  if (chosen !== null) return <LetterPane key={chosen} id={chosen} />
  return (
    <div className="web-outbox-pane">
      <div className="ac-state ac-state-start">
        <LetterIcon size={30} />
        <h2 className="ac-heading">{t('outbox.none')}</h2>
        <p className="ac-muted">{t('outbox.noneHint')}</p>
      </div>
    </div>
  )
}

/** The one that was asked for, else the first of the list. */
function chosenOf({ letters }: Outbox, asked: string | null): string | null {
  return letters.find(({ id }) => id === asked)?.id ?? letters[0]?.id ?? null
}
