import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ConsentNewsList } from '@accord/domain/rest/consent'
import { Button } from '@accord/ui/controls/button'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { consentNewsQuery } from '../../lib/consent-news.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { markPlansSeen } from './api/seen.js'

/** What clients said yes and no to since one last looked. (CO11) */
export function ConsentsTold({ list }: { readonly list: ConsentNewsList }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const queries = useQueryClient()
  const seeing = useMutation({
    mutationFn: () => markPlansSeen([...new Set(list.news.map(({ plan }) => plan))], list.at),
    onSettled: () => queries.invalidateQueries({ queryKey: consentNewsQuery.queryKey }),
  })
  return (
    <>
      <ul>
        {list.news.map(({ consent, caseId, purpose, answer, clientName, signedByName, at }) => (
          <li key={consent}>
            <Link href={`/clients/${caseId}/profile`}>
              {t('consentNews.line', { purpose: t(`consent.purpose.${purpose}`), answer })}
            </Link>
            <p className="ac-muted ac-small">
              {t('consentNews.by', {
                same: clientName === signedByName ? 'yes' : 'other',
                name: clientName,
                by: signedByName,
                when: format.relativeDay(new Date(at), now),
              })}
            </p>
          </li>
        ))}
      </ul>
      <Button size="small" isPending={seeing.isPending} onPress={() => seeing.mutate()}>
        {t('consentNews.seen')}
      </Button>
    </>
  )
}
