import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import type { EndingPage } from '@accord/domain/rest/ending'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { casesQuery } from '../../lib/cases.js'
import { endingPath, endingQuery } from '../../lib/ending.js'
import { firstName } from '../../lib/people.js'

/** The way to the ending of each case in which one was begun; nothing where none was. (EN8) */
export function EndingRows() {
  const t = useUiMessages()
  const { data: list } = useQuery(casesQuery)
  const answers = useQueries({
    queries: (list?.cases ?? []).map(({ caseId }) => endingQuery(caseId)),
  })
  const begun = answers.flatMap(({ data }) => (data && data.state.kind !== 'none' ? [data] : []))
  if (begun.length === 0) return null
  return (
    <section aria-labelledby="your-ending">
      <h2 className="ac-portal-section" id="your-ending">
        {t('ending.title')}
      </h2>
      <ul className="pt-rows">
        {begun.map((page) => (
          <li key={page.caseId}>
            <Row page={page} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ page: { caseId, state, people, closedAt } }: { readonly page: EndingPage }) {
  const t = useUiMessages()
  const format = useFormat()
  const names = people
    .filter(({ relation }) => relation === 'practitioner')
    .map(({ name }) => firstName(name))
  const standing =
    state.kind === 'closed'
      ? t('ending.row.closed', { day: format.day(new Date(state.pack.closedAt), new Date()) })
      : t(closedAt === null ? 'ending.row.open' : 'ending.row.left')
  return (
    <Link className="pt-row" href={endingPath(caseId)}>
      <span className="pt-row-body">
        <b>{t('ending.of', { names: format.list(names) })}</b>
        <span className="ac-muted">{standing}</span>
      </span>
      <ForwardIcon size={20} />
    </Link>
  )
}
