import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { canBeAsked } from '@accord/domain/looks/visits'
import type { CaseSummary } from '@accord/domain/rest/case'
import type { RecordLook } from '@accord/domain/rest/looks'
import { Button } from '@accord/ui/controls/button'
import { LookRow } from '@accord/ui/looks/look-row'
import { ErrorState } from '@accord/ui/states/error-state'
import { looksQuery } from '../../lib/looks.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { AskSheet } from './ask-sheet.js'

/** Everybody's looks at one case, the latest first, and asking why. (AC10, AC11) */
export function LooksOfCase({ of: { caseId, people } }: { readonly of: CaseSummary }) {
  const t = usePortalMessages()
  const { person } = useSelf()
  const [asked, setAsked] = useState<RecordLook | null>(null)
  const { data, error, dataUpdatedAt, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(looksQuery(caseId))
  const now = new Date(dataUpdatedAt)
  const looks = data?.pages.flatMap((page) => page.looks)
  if (looks === undefined && error !== null) {
    const again = () => void refetch()
    return <ErrorState title={t('record.failed')} sentence={troubleSentence(t, error)} onRetry={again} />
  }
  if (looks === undefined) return <p className="ac-muted">{t('record.loading')}</p>
  if (looks.length === 0) return <p className="ac-muted">{t('record.none')}</p>
  return (
    <>
      <ul className="pt-rows pt-looks">
        {looks.map((look) => (
          <LookRow
            key={look.look}
            look={look}
            now={now}
            viewer={person.id}
            act={
              look.question === null &&
              canBeAsked(look) && (
                <Button
                  size="small"
                  aria-label={t('record.ask.of', { name: look.name })}
                  onPress={() => setAsked(look)}
                >
                  {t('record.ask')}
                </Button>
              )
            }
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button block size="large" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('record.more')}
        </Button>
      )}
      {asked !== null && (
        <AskSheet
          caseId={caseId}
          look={asked}
          others={people.filter((one) => one.person !== person.id)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
