import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AttentionList } from '@accord/domain/rest/attention'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { ATTENTION_KEY, concernsOf, lookConcernsOf } from '../../lib/attention.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { markSeen } from './api/mark-seen.js'
import { ConcernList } from './concern-list.js'
import { LookNews } from './look-news.js'
import { SessionNews } from './session-news.js'

interface BellSheetProps {
  /** Undefined where nothing is new. */
  readonly list: AttentionList | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What is new since one last looked. (AT8) */
export function BellSheet({ list, isOpen, onClose }: BellSheetProps) {
  const t = usePortalMessages()
  return (
    <Sheet title={t('bell.title')} isOpen={isOpen} onClose={onClose}>
      {list === undefined ? <p>{t('bell.none')}</p> : <News list={list} />}
    </Sheet>
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
