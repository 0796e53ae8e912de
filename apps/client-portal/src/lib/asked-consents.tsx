import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { ShieldIcon } from '@accord/ui/icons/shield-icon'
import { casesQuery } from './cases.js'
import { consentsQuery } from './consents.js'
import { paths } from './paths.js'
import { usePortalMessages } from './use-portal-messages.js'

/** A way to what a client has not answered yet, as its words are now. (CO5) */
export function AskedConsents() {
  const t = usePortalMessages()
  const { data: list } = useQuery(casesQuery)
  const answers = useQueries({ queries: (list?.cases ?? []).map(({ caseId }) => consentsQuery(caseId)) })
  const asked = answers.flatMap(({ data }) =>
    (data?.clients ?? []).flatMap((one) =>
      data && one.mayAnswer && one.asked.length > 0 ? [{ caseId: data.caseId, ...one }] : [],
    ),
  )
  if (asked.length === 0) return null
  return (
    <ul className="pt-rows">
      {asked.map(({ caseId, client, asked: matters }) => {
        const isNew = matters.some(({ why }) => why === 'never-answered')
        return (
          <li key={`${caseId} ${client}`}>
            <Link className="pt-row" href={paths.consent(caseId, client)}>
              <ShieldIcon size={24} />
              <span className="pt-row-body">
                <b>{t(isNew ? 'home.consent' : 'home.consentChanged')}</b>
                <span className="ac-muted">{t('home.consent.note')}</span>
              </span>
              <ForwardIcon size={20} />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
