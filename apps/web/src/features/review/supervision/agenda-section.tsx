import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Agenda, SupervisionPair } from '@accord/domain/rest/supervision'
import { Button } from '@accord/ui/controls/button'
import { PlusIcon } from '@accord/ui/icons/plus-icon'
import { pairIds } from '../../../lib/supervision.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { agendaQuery, discuss, orderAgenda } from '../api/agenda.js'
import { AgendaLine } from './agenda-line.js'
import { TopicDialog } from './topic-dialog.js'

interface AgendaSectionProps {
  readonly pair: SupervisionPair
  /** The other of the two, by their first name. */
  readonly other: string
}

/** What the two talk about next, in the order that either gave it. (SQ7, SQ8) */
export function AgendaSection({ pair, other }: AgendaSectionProps) {
  const t = useWebMessages()
  const ids = pairIds(pair)
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(agendaQuery(ids))
  const [isAdding, setIsAdding] = useState(false)
  const { mutate } = useMutation({
    mutationFn: (change: () => Promise<Agenda>) => change(),
    onSuccess: (agenda) => queries.setQueryData(agendaQuery(ids).queryKey, agenda),
    onError: () => toasts.add({ kind: 'failed', words: t('agenda.failed') }),
  })
  const open = (data?.items ?? []).filter(({ discussed }) => discussed === null)
  const done = (data?.items ?? []).filter(({ discussed }) => discussed !== null)
  const move = (index: number, by: -1 | 1) => {
    const order = open.map(({ id }) => id)
    const [moved] = order.splice(index, 1)
    if (moved === undefined) return
    order.splice(index + by, 0, moved)
    mutate(() => orderAgenda(ids, order))
  }
  return (
    <section aria-labelledby="agenda">
      <h2 className="ac-subheading" id="agenda">
        {t('agenda.title', { name: other })}
      </h2>
      <p className="ac-muted ac-small">{t('agenda.seen', { name: other })}</p>
      {data === undefined && error === null && (
        <p className="ac-muted ac-small" role="status">
          {t('agenda.loading')}
        </p>
      )}
      {data === undefined && error !== null && (
        <div role="alert">
          <p>{t('agenda.unread')}</p>
          <Button size="small" onPress={() => void refetch()}>
            {t('agenda.again')}
          </Button>
        </div>
      )}
      {data !== undefined && open.length === 0 && <p className="web-agenda-none">{t('agenda.none')}</p>}
      {open.length > 0 && (
        <ol className="web-agenda">
          {open.map((item, index) => (
            <AgendaLine
              key={item.id}
              item={item}
              pair={pair}
              moves={{
                up: index === 0 ? null : () => move(index, -1),
                down: index === open.length - 1 ? null : () => move(index, 1),
              }}
              onDiscussed={() => mutate(() => discuss(ids, item.id))}
            />
          ))}
        </ol>
      )}
      {done.length > 0 && <p className="ac-muted ac-small">{t('agenda.done', { count: done.length })}</p>}
      {pair.isCurrent && (
        <Button size="small" icon={<PlusIcon size={16} />} onPress={() => setIsAdding(true)}>
          {t('agenda.add')}
        </Button>
      )}
      {isAdding && <TopicDialog pair={ids} other={other} onClose={() => setIsAdding(false)} />}
    </section>
  )
}
