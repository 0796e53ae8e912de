import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RoomBody, RoomChecklist, RoomWish, SessionCard } from '@accord/domain/rest/session'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { postJson } from '../../lib/http.js'
import { clientsOf, givenName, personOf } from '../../lib/people.js'
import { roomQuery } from '../../lib/sessions.js'
import { toasts } from '../../lib/toasts.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** The room as the client likes it, in their words; that it is done, they see. (SE16) */
export function RoomList({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const { data } = useQuery(roomQuery(card.session))
  const names = format.list(clientsOf(card.people).map(({ name }) => givenName(name)))
  const checking = useMutation({
    mutationFn: (body: RoomBody) => postJson<RoomChecklist>(`/api/sessions/${card.session}/room`, body),
    onSuccess: (list) => queries.setQueryData(roomQuery(card.session).queryKey, list),
    onError: () => toasts.add({ kind: 'failed', words: t('session.failed') }),
  })
  const wishes = data?.wishes ?? []
  const done = wishes.filter((wish) => wish.done).length
  const hasSeveral = clientsOf(card.people).length > 1
  return (
    <section aria-labelledby="prepare-room">
      <h2 className="ac-heading" id="prepare-room">
        {t('prepare.room', { names })}
      </h2>
      {data !== undefined && wishes.length === 0 && (
        <p className="ac-muted">{t('prepare.room.none', { names })}</p>
      )}
      <ul className="web-room-list">
        {wishes.map((wish) => (
          <li key={`${wish.client}${wish.field}`}>
            <Wish
              wish={wish}
              of={hasSeveral ? givenName(personOf(card.people, wish.client)?.name ?? '') : null}
              isReadOnly={card.relation !== 'practitioner'}
              onCheck={(isDone) => checking.mutate({ client: wish.client, field: wish.field, done: isDone })}
            />
          </li>
        ))}
      </ul>
      {wishes.length > 0 && (
        <p className="ac-muted ac-small">{t('prepare.room.done', { done, count: wishes.length, names })}</p>
      )}
    </section>
  )
}

interface WishProps {
  readonly wish: RoomWish
  /** Whose it is, where there are several. */
  readonly of: string | null
  readonly isReadOnly: boolean
  readonly onCheck: (done: boolean) => void
}

function Wish({ wish: { field, words, done }, of, isReadOnly, onCheck }: WishProps) {
  const t = useWebMessages()
  return (
    <label>
      <span className="ac-tick">
        <input type="checkbox" checked={done} disabled={isReadOnly} onChange={() => onCheck(!done)} />
        <span aria-hidden="true">{done && <CheckIcon size={14} />}</span>
      </span>
      <span className="ac-grow">
        <span dir="auto">{words}</span>
        <small>
          {t(`profile.${field}`)}
          {of !== null && ` · ${of}`}
        </small>
      </span>
    </label>
  )
}
