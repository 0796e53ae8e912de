import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { PenIcon } from '@accord/ui/icons/pen-icon'
import { paths } from './paths.js'
import { firstName } from './people.js'
import { askedQuestionnairesQuery } from './questionnaires.js'
import { usePortalMessages } from './use-portal-messages.js'

/** What one was asked to fill in; begun, it goes on where it was. (ME5, ME6) */
export function AskedQuestionnaires() {
  const t = usePortalMessages()
  const { data: found } = useQuery(askedQuestionnairesQuery)
  const asked = found?.asked ?? []
  if (asked.length === 0) return null
  return (
    <ul className="pt-rows">
      {asked.map(({ request, title, questions, answered, askedBy }) => (
        <li key={request}>
          <Link className="pt-row" href={paths.questionnaire(request)}>
            <PenIcon size={24} />
            <span className="pt-row-body">
              <b>{t('home.questionnaire', { name: firstName(askedBy), title })}</b>
              <span className="ac-muted">
                {answered === 0
                  ? t('home.questionnaire.new', { count: questions })
                  : t('home.questionnaire.begun', { answered, count: questions })}
              </span>
            </span>
            <ForwardIcon size={20} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
