import type { PersonName } from '@accord/domain/sync/wire'
import { AuthorLegend } from '@accord/ui/attributed-text/author-legend'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface HistorySideProps {
  readonly count: number
  readonly head: number
  readonly moments: number
  readonly people: readonly PersonName[]
}

/** How much history there is, and how it is kept; it claims no check that this page didn't make. */
export function HistorySide({ count, head, moments, people }: HistorySideProps) {
  const t = useWebMessages()
  const writers = people.filter(({ relation }) => relation !== 'supervisor' && relation !== 'administrator')
  return (
    <>
      <section>
        <h2 className="ac-subheading">{t('history.kept')}</h2>
        <p className="web-count ac-num">{t('history.entries', { count })}</p>
        <p className="ac-muted ac-small">
          {count === head ? t('history.whole', { moments }) : t('history.part', { count, head })}
        </p>
        <p className="ac-muted ac-small">{t('history.chained')}</p>
      </section>
      <section>
        <h2 className="ac-subheading">{t('history.inks')}</h2>
        <AuthorLegend
          voices={writers.map(({ person, relation, name }) => ({
            id: person,
            relation,
            name: givenName(name),
            isViewer: false,
          }))}
        />
        <p className="ac-muted ac-small">{t('history.inksSub')}</p>
      </section>
    </>
  )
}
