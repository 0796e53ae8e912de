import { useQuery } from '@tanstack/react-query'
import type { CaseId } from '@accord/domain/ids'
import { Link } from '@accord/ui/controls/link'
import { LookRow } from '@accord/ui/looks/look-row'
import { latestLooksQuery } from '../../lib/looks.js'
import { paths } from '../../lib/paths.js'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

const SHOWN = 3

/** Who looked at this record last: who, in which role, when; behind it all of them. (AC10) */
export function RecordLooks({ caseId }: { readonly caseId: CaseId }) {
  const t = usePortalMessages()
  const { person } = useSelf()
  const { data: answer, error, dataUpdatedAt } = useQuery(latestLooksQuery(caseId))
  const now = new Date(dataUpdatedAt)
  return (
    <section aria-labelledby={`looks-${caseId}`}>
      <div className="pt-section-head">
        <h2 className="ac-portal-section" id={`looks-${caseId}`}>
          {t('home.looks')}
        </h2>
        {answer !== undefined && answer.looks.length > 0 && (
          <Link href={paths.record}>{t('home.looks.all')}</Link>
        )}
      </div>
      {answer === undefined && error === null && <p className="ac-muted">{t('home.looks.loading')}</p>}
      {error !== null && answer === undefined && <p className="ac-muted">{t('home.looks.failed')}</p>}
      {answer?.looks.length === 0 && <p className="ac-muted">{t('home.looks.none')}</p>}
      {answer !== undefined && answer.looks.length > 0 && (
        <ul className="pt-rows pt-looks">
          {answer.looks.slice(0, SHOWN).map((look) => (
            <LookRow key={look.look} look={look} now={now} viewer={person.id} />
          ))}
        </ul>
      )}
    </section>
  )
}
