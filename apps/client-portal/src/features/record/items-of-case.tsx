import { useQuery } from '@tanstack/react-query'
import { ITEM_KINDS, samePlace } from '@accord/domain/addendum/item'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddenda, RecordAddendum } from '@accord/domain/rest/addenda'
import { AddedWords } from '@accord/ui/addenda/added-words'
import { ItemCard } from '@accord/ui/addenda/item-card'
import { ButtonLink } from '@accord/ui/controls/link'
import { ErrorState } from '@accord/ui/states/error-state'
import { addendaQuery } from '../../lib/addenda.js'
import { AddTo } from '../../lib/add-to.js'
import { paths } from '../../lib/paths.js'
import { troubleSentence } from '../../lib/request-trouble.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** What stands in one case's record, by what it is, each with what was said of it. (AD1, AD4) */
export function ItemsOfCase({ caseId }: { readonly caseId: CaseId }) {
  const t = usePortalMessages()
  const { data: record, error, refetch, dataUpdatedAt } = useQuery(addendaQuery(caseId))
  if (record === undefined && error !== null) {
    const again = () => void refetch()
    return <ErrorState title={t('addenda.failed')} sentence={troubleSentence(t, error)} onRetry={again} />
  }
  if (record === undefined) return <p className="ac-muted">{t('addenda.loading')}</p>
  const now = new Date(dataUpdatedAt)
  const groups = [...ITEM_KINDS, 'note' as const].filter((kind) => ofKind(record, kind).length > 0)
  if (groups.length === 0) return <p className="ac-muted">{t('addenda.none')}</p>
  return (
    <>
      {!record.mayAdd && <p className="ac-muted">{t('addenda.locked')}</p>}
      {groups.map((kind) => (
        <section key={kind} aria-labelledby={`items-${kind}-${caseId}`}>
          <h2 className="ac-portal-section" id={`items-${kind}-${caseId}`}>
            {t(`addenda.kind.${kind}`)}
          </h2>
          <ul className="pt-rows">
            {ofKind(record, kind).map((item) => (
              <ItemCard
                key={`${item.item}-${String(item.entry)}`}
                item={item}
                people={record.people}
                now={now}
              >
                {item.kind === 'note' ? (
                  <AddedWords
                    addenda={record.addenda.filter((one) => samePlace(one, item))}
                    people={record.people}
                    now={now}
                  />
                ) : (
                  <AddTo caseId={caseId} place={{ ...item, kind: item.kind }} />
                )}
              </ItemCard>
            ))}
          </ul>
        </section>
      ))}
      <div className="pt-items-notes">
        <p className="ac-muted">{t('addenda.notes')}</p>
        <ButtonLink href={paths.notes}>{t('notes.title')}</ButtonLink>
      </div>
    </>
  )
}

type Listed = Pick<RecordAddendum, 'kind' | 'item' | 'entry' | 'about'>

/** What can be added to, and after it what was added to once and stands in no list any more: an earlier version, a moment. */
function ofKind({ items, addenda }: RecordAddenda, kind: Listed['kind']): readonly Listed[] {
  const listed: readonly Listed[] = items.filter((one) => one.kind === kind)
  return addenda
    .filter((one) => one.kind === kind)
    .reduce((all, one) => (all.some((other) => samePlace(other, one)) ? all : [...all, one]), listed)
}
