import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { Button } from '@accord/ui/controls/button'
import { consentNewsQuery } from '../../lib/consent-news.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { AddendaTold } from './addenda-told.js'
import { markPlansSeen } from './api/seen.js'
import { ConsentsTold } from './consents-told.js'

/** What clients answered and added to their record since one last looked; both are marked as seen by case. (CO11, AD8) */
export function ClientsTold({ list }: { readonly list: ConsentNewsList }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const plans = new Set([...list.news, ...list.addenda].map(({ plan }) => plan))
  const seeing = useMutation({
    mutationFn: () => markPlansSeen([...plans], list.at),
    onSettled: () => queries.invalidateQueries({ queryKey: consentNewsQuery.queryKey }),
  })
  return (
    <>
      {list.news.length > 0 && <ConsentsTold news={list.news} />}
      {list.addenda.length > 0 && <AddendaTold addenda={list.addenda} />}
      <Button size="small" isPending={seeing.isPending} onPress={() => seeing.mutate()}>
        {list.addenda.length === 0
          ? t('consentNews.seen')
          : t('addendumNews.seen', { both: list.news.length > 0 ? 'yes' : 'other' })}
      </Button>
      {seeing.isError && (
        <p className="ac-small" role="alert">
          {t('bell.failed')}
        </p>
      )}
    </>
  )
}
