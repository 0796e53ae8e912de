import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import type {
  FirstSession as Ticks,
  FirstSessionBody,
  FirstSessionTick,
} from '@accord/domain/rest/first-session'
import type { SessionCard } from '@accord/domain/rest/session'
import { FIRST_SESSION_ITEMS, type FirstSessionItem } from '@accord/domain/session/first-session'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { getJson, postJson } from '../../lib/http.js'
import { givenName } from '../../lib/people.js'
import { toasts } from '../../lib/toasts.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const address = (caseId: CaseId) => `/api/cases/${caseId}/first-session`

const firstSessionQuery = (caseId: CaseId) =>
  queryOptions({
    queryKey: ['first-session', caseId],
    queryFn: () => getJson<Ticks>(address(caseId)),
    staleTime: 0,
  })

/** What a first session sees to, ticked with person and time; it reminds, and gates nothing. (SE18) */
export function FirstSession({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const query = firstSessionQuery(card.caseId)
  const { data, error } = useQuery(query)
  const ticking = useMutation({
    mutationFn: (body: FirstSessionBody) => postJson<Ticks>(address(card.caseId), body),
    onSuccess: (answer) => queries.setQueryData(query.queryKey, answer),
    onError: () => toasts.add({ kind: 'failed', words: t('session.failed') }),
  })
  const done = data?.ticks.length ?? 0
  return (
    <section aria-labelledby="prepare-first">
      <h2 className="ac-heading" id="prepare-first">
        {t('prepare.first')}
      </h2>
      {data === undefined && (
        <p className="ac-muted">{t(error === null ? 'session.opening' : 'prepare.first.failed')}</p>
      )}
      {data !== undefined && (
        <ul className="web-room-list web-two-columns">
          {FIRST_SESSION_ITEMS.map((item) => (
            <li key={item}>
              <Item
                item={item}
                tick={data.ticks.find((one) => one.item === item)}
                isReadOnly={card.relation !== 'practitioner'}
                onTick={(isDone) => ticking.mutate({ item, done: isDone })}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="ac-muted ac-small">
        {t('prepare.first.done', { done, count: FIRST_SESSION_ITEMS.length })}
      </p>
    </section>
  )
}

interface ItemProps {
  readonly item: FirstSessionItem
  readonly tick: FirstSessionTick | undefined
  readonly isReadOnly: boolean
  readonly onTick: (done: boolean) => void
}

function Item({ item, tick, isReadOnly, onTick }: ItemProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const isDone = tick !== undefined
  return (
    <label>
      <span className="ac-tick">
        <input type="checkbox" checked={isDone} disabled={isReadOnly} onChange={() => onTick(!isDone)} />
        <span aria-hidden="true">{isDone && <CheckIcon size={14} />}</span>
      </span>
      <span>
        {t(`prepare.first.${item}`)}
        {tick !== undefined && (
          <small>
            {t('prepare.first.by', {
              name: givenName(tick.name),
              when: format.moment(new Date(tick.at), now),
            })}
          </small>
        )}
      </span>
    </label>
  )
}
