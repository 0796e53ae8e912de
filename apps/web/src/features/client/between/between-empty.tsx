import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseSummary } from '@accord/domain/rest/case'
import { Button } from '@accord/ui/controls/button'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { EmptyState } from '@accord/ui/states/empty-state'
import { casesQuery } from '../../../lib/cases.js'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { caseQuery } from '../api/case.js'
import { openConfidentialLog } from '../api/confidential-log.js'

/** Nothing is kept between them yet; one act opens the place for it. (CF1) */
export function BetweenEmpty({ summary }: { readonly summary: CaseSummary }) {
  const t = useWebMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const { caseId, people, closedAt } = summary
  const named = (of: string) =>
    format.list(people.filter(({ relation }) => relation === of).map(({ name }) => givenName(name)))
  const who = { guardians: named('guardian'), clients: named('client') }
  const opening = useMutation({
    mutationFn: () => openConfidentialLog(caseId),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseQuery(caseId).queryKey })
      void queries.invalidateQueries({ queryKey: casesQuery.queryKey })
    },
  })
  return (
    <div className="ac-page">
      <EmptyState
        title={t('between.empty', who)}
        sentence={t('between.emptyNext', who)}
        {...(closedAt === null
          ? {
              actions: (
                <Button
                  kind="primary"
                  icon={<LockIcon />}
                  isPending={opening.isPending}
                  onPress={() => opening.mutate()}
                >
                  {t('between.begin')}
                </Button>
              ),
            }
          : {})}
      />
      {opening.isError && <p role="alert">{t('between.failed')}</p>}
    </div>
  )
}
