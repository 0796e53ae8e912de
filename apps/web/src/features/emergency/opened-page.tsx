import '../../lib/emergency/emergency.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import type { EmergencyLine } from '@accord/domain/rest/emergency'
import { ButtonLink } from '@accord/ui/controls/link'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { ErrorState } from '@accord/ui/states/error-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { emergencyQuery, EMERGENCY_ADDRESS } from '../../lib/emergency/emergency.js'
import { useStanding } from '../../lib/emergency/use-standing.js'
import { FailedPage } from '../../lib/failed-page.js'
import { givenName } from '../../lib/people.js'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice, voiceOf } from '../../lib/use-voice.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { OpenedPart } from './opened-part.js'

/** What was opened, while it stands; gone from the screen when it ends. (EM11) */
export function OpenedPage() {
  const t = useWebMessages()
  const { access = '' } = useParams()
  const { data: news, error, refetch } = useQuery(emergencyQuery)
  const found = useStanding(true).find(({ line }) => line.access === access)
  usePageTitle(t('emergency.opened.page'))
  useVoice(voiceOf(useSelf()))
  return (
    <Frame
      crumbs={[
        { label: t('rooms.clients'), href: '/clients' },
        { label: t('emergency.crumb'), href: EMERGENCY_ADDRESS },
        { label: t('emergency.opened.page') },
      ]}
    >
      {found !== undefined && <Opened key={access} line={found.line} />}
      {found === undefined && (
        <div className="ac-page">
          <h1 className="ac-hidden">{t('emergency.opened.page')}</h1>
          {news === undefined && error === null && <GoalSkeleton sentence={t('emergency.loading')} />}
          {news === undefined && error !== null && (
            <FailedPage error={error} what={t('emergency.what')} onRetry={() => void refetch()} />
          )}
          {news !== undefined && <Closed />}
        </div>
      )}
    </Frame>
  )
}

function Opened({ line }: { readonly line: EmergencyLine }) {
  const t = useWebMessages()
  const format = useFormat()
  const queries = useQueryClient()
  const { access, client, until, why } = line
  useEffect(() => () => queries.removeQueries({ queryKey: ['emergency-part', access] }), [queries, access])
  return (
    <ConsolePage
      title={t('emergency.opened.title', { client })}
      lead={t('emergency.opened.lead', { until: format.time(new Date(until)), client: givenName(client) })}
    >
      <div className="web-opened">
        {(why?.parts ?? []).map((part) => (
          <OpenedPart key={part} access={access} part={part} client={client} />
        ))}
      </div>
    </ConsolePage>
  )
}

/** Over, ended, or never there. */
function Closed() {
  const t = useWebMessages()
  return (
    <ErrorState
      icon={<LockIcon size={30} />}
      title={t('emergency.over.title')}
      sentence={t('emergency.over.sentence')}
      actions={<ButtonLink href={EMERGENCY_ADDRESS}>{t('emergency.over.again')}</ButtonLink>}
    />
  )
}
