import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useId, useMemo } from 'react'
import { momentsOf, type Moment } from '@accord/domain/history/moments'
import type { AllianceSession } from '@accord/domain/alliance/series'
import { Button } from '@accord/ui/controls/button'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { authorOf, goalOfMoment, momentSentence } from '@accord/ui/moments/moment-sentence'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { historyQuery } from '../api/history.js'
import type { AllianceView } from './alliance-view.js'

interface WhatChangedProps {
  readonly view: AllianceView
  /** The session before the selected one; null for the first. */
  readonly after: AllianceSession | null
}

/** How many are told here; the history has all of them. */
const MOST = 8
const SAME_DAY_MS = 12 * 3_600_000

/** What changed in the goals since the session before, from the plan’s own log. (AL3) */
export function WhatChanged({ view, after }: WhatChangedProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const now = useNow()
  const titleId = useId()
  const { summary, selected } = view
  const query = useInfiniteQuery(historyQuery(summary.plan))
  const { hasNextPage, isFetching, isError, fetchNextPage, refetch } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const moments = useMemo(
    () => momentsOf(query.data?.pages.flatMap(({ entries }) => entries) ?? []),
    [query.data],
  )
  const isWhole = query.data !== undefined && !hasNextPage
  const people = query.data?.pages.at(-1)?.people ?? summary.people
  const names = new Map<string, string>(summary.goals.map(({ id, name }) => [id, name]))
  const goalName = (id: string) => names.get(id)?.trim() || t('goals.unnamed')
  const from = after?.endedAt ?? -Infinity
  const inBetween = moments.filter((moment) => {
    const at = timeOf(moment)
    return at > from && at <= selected.endedAt + SAME_DAY_MS && goalOfMoment(moment) !== null
  })
  return (
    <section aria-labelledby={titleId}>
      <h2 className="ac-subheading" id={titleId}>
        {after === null ? t('alliance.changedFirst') : t('alliance.changed', { number: after.number })}
      </h2>
      {!isWhole && !isError && <p className="ac-muted ac-small">{t('alliance.changedLoading')}</p>}
      {isError && (
        <>
          <p className="ac-muted ac-small">{t('alliance.changedFailed')}</p>
          <Button size="small" onPress={() => void refetch()}>
            {t('profile.retry')}
          </Button>
        </>
      )}
      {isWhole && inBetween.length === 0 && (
        <p className="ac-muted ac-small">{t('alliance.changedNothing')}</p>
      )}
      {isWhole && inBetween.length > 0 && (
        <ul className="web-alliance-changes">
          {inBetween.slice(-MOST).map((moment) => (
            <li key={seqOf(moment)} data-relation={authorOf(moment, people)?.relation}>
              <span className="ac-muted">{format.shortDay(new Date(timeOf(moment)))}</span>
              <span dir="auto">{momentSentence(ui, moment, { people, goalName })}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="ac-small web-alliance-more">
        <Link href={`/clients/${summary.caseId}/history`}>
          {inBetween.length > MOST
            ? t('alliance.changedMore', { count: inBetween.length })
            : t('alliance.history', { day: format.day(new Date(selected.endedAt), now) })}
        </Link>
      </p>
    </section>
  )
}

function timeOf(moment: Moment): number {
  return moment.kind === 'writing' ? moment.startedAt : moment.entry.at
}

function seqOf(moment: Moment): number {
  return moment.kind === 'writing' ? moment.firstSeq : moment.entry.seq
}
