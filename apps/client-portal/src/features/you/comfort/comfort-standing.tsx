import { COMFORT_FIELDS } from '@accord/domain/case/comfort'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { PageTitle } from '../../../lib/page-title.js'
import { paths } from '../../../lib/paths.js'
import { firstName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import type { Comfort } from '../use-comforts.js'
import { useLastChange } from './comfort-rows.js'

interface ComfortStandingProps {
  readonly comfort: Comfort
  readonly title: string
}

/** Words that stay as they are: the work they were written for has ended. (CL14) */
export function ComfortStanding({ comfort: { profile }, title }: ComfortStandingProps) {
  const t = usePortalMessages()
  const lastChange = useLastChange()
  const { person } = useSelf()
  const whose = {
    whose: profile.client === person.id ? 'own' : 'other',
    name: firstName(profile.name),
  } as const
  return (
    <PortalShell title={title} back={{ href: paths.you, label: t('comfort.back') }}>
      <PageTitle name={title} />
      <p className="pt-closed">{t('comfort.closed')}</p>
      <p className="ac-muted">{lastChange(profile) ?? t('comfort.nothing')}</p>
      <dl className="pt-comfort-said">
        {COMFORT_FIELDS.map((field) => (
          <div key={field}>
            <dt>{field === 'callMe' ? t('comfort.callMe', whose) : t(`comfort.${field}`)}</dt>
            <dd dir="auto">
              {profile.words[field] ?? <span className="ac-muted">{t('comfort.unsaid')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </PortalShell>
  )
}
