import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newCount } from '@accord/domain/attention/attention-of'
import type { AttentionList } from '@accord/domain/rest/attention'
import { Button } from '@accord/ui/controls/button'
import { IconButton } from '@accord/ui/controls/icon-button'
import { Sheet } from '@accord/ui/controls/sheet'
import { BellIcon } from '@accord/ui/icons/bell-icon'
import { ATTENTION_KEY, attentionQuery, concernsOf, lookConcernsOf } from '../../lib/attention.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { markSeen } from './api/mark-seen.js'
import { ConcernList } from './concern-list.js'
import { LookNews } from './look-news.js'
import { SessionNews } from './session-news.js'

/** What is new since one last looked: a count, and behind it the list. (AT8) */
export function Bell() {
  const t = usePortalMessages()
  const [isOpen, setOpen] = useState(false)
  const { data: list } = useQuery(attentionQuery)
  const cases = list?.cases ?? []
  const count = newCount(
    cases.flatMap(({ items, looks, sessions }) => [
      ...items,
      ...looks,
      // They are told only until they were seen. (AT15)
      ...sessions.map(() => ({ isNew: true })),
    ]),
  )
  return (
    <span className="pt-bell">
      <IconButton label={t('bell.label', { count })} onPress={() => setOpen(true)}>
        <BellIcon size={26} />
      </IconButton>
      {count > 0 && (
        <span className="pt-bell-count" aria-hidden="true">
          {count}
        </span>
      )}
      <Sheet title={t('bell.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        {list === undefined || count === 0 ? <p>{t('bell.none')}</p> : <News list={list} />}
      </Sheet>
    </span>
  )
}

function News({ list }: { readonly list: AttentionList }) {
  const t = usePortalMessages()
  const queries = useQueryClient()
  const seeing = useMutation({
    mutationFn: markSeen,
    onSettled: () => queries.invalidateQueries({ queryKey: ATTENTION_KEY }),
  })
  return (
    <>
      <ConcernList concerns={concernsOf(list).filter(({ item }) => item.isNew)} />
      <SessionNews list={list} />
      <LookNews concerns={lookConcernsOf(list)} />
      <div className="pt-bell-seen">
        <Button block size="large" isPending={seeing.isPending} onPress={() => seeing.mutate(list)}>
          {t('bell.seen')}
        </Button>
        {seeing.isError && <p role="alert">{t('bell.failed')}</p>}
      </div>
    </>
  )
}
